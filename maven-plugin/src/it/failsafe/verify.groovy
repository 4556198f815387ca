String log = new File(basedir, 'build.log').text

assert log =~ /maven-failsafe-plugin:[^ ]+:integration-test/
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('[ERROR] [snag]   PINNED(CLASS_INIT) offender=com.acme.PinningIT$Slow.<clinit>')
assert log =~ /Failed to execute goal [^ ]+:check \(default\) on project failsafe: 1 snag fails/
