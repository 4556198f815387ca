String log = new File(basedir, 'build.log').text

assert log.contains('profile=test,report=') && log.contains('max-blocking-time=50ms,exclude=org.acme:org.other,strict=none,jfr=off,max-blocking-time.CPU=500ms')
assert log =~ /read .*what, if any.snags\.jsonl: 1 JVM, [1-9][0-9]* holds?, 0 occurrences/
assert log.contains('check: passed')
assert log =~ /snags\.html: written, html/
assert log =~ /snags\.sarif: written, sarif/
assert log =~ /gate\.xml: written, junit/
// The second and the third build: left out by intent is no silence.
assert log.contains('skipped, as maven.snag.skip says')
assert log.contains('no tests were run, so there is nothing to look at')
