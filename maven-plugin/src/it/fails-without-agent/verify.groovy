String log = new File(basedir, 'build.log').text

assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log =~ /Failed to execute goal [^ ]+:check \(default\) on project fails-without-agent: nothing was watched, as there is no report in/
assert log.contains('does an <argLine> of Surefire or Failsafe begin with @{argLine}?')
