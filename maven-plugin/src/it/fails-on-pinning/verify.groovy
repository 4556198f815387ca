String log = new File(basedir, 'build.log').text

assert log.contains('argLine set to -javaagent:')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('[ERROR] [snag] gate: FAILED, 1 snag fails (fail-on=new)')
assert log.contains('PINNED(CLASS_INIT) offender=com.acme.PinningTest$Slow.<clinit>')
assert log =~ /Failed to execute goal dev\.snag:snag-maven-plugin:[^ ]+:check \(default\) on project fails-on-pinning: 1 snag fails/
assert new File(basedir, 'target/snag/snags.html').text.contains('PinningTest')
