String log = new File(basedir, 'build.log').text

assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.contains('[ERROR] [snag] gate: FAILED, as it cannot be known that all was seen')
assert log.contains('snags.jsonl: the monitor was not alive at the end, so holds were not seen')
assert log =~ /Failed to execute goal [^ ]+:check \(default\) on project fails-with-dead-monitor: it cannot be known that all was seen/
