String log = new File(basedir, 'build.log').text
String first = log.substring(0, log.indexOf('BUILD FAILURE'))
String second = log.substring(log.indexOf('BUILD FAILURE'))

assert first.count('left to the last module, for all as one run') == 2 // the root, and plain
assert first =~ /read .*plain.target.snag.snags\.jsonl: 1 JVM, 0 holds/
assert first =~ /read .*web.target.snag.snags\.jsonl: 1 JVM, [1-9]/
assert first.contains('[ERROR] [snag]   PINNED(CLASS_INIT) offender=com.acme.PinningTest$Slow.<clinit>')
assert log =~ /Failed to execute goal [^ ]+:check \(default\) on project web: 1 snag fails/
assert first =~ /modules-judged-as-one.target.snag.snags\.html: written, html/
assert new File(basedir, 'target/snag/snags.html').exists()

// The second build, both at the same time: what web did hides nothing of plain.
assert second.contains('check: passed')
assert second =~ /Failed to execute goal [^ ]+:check \(default\) on project (plain|web): the tests of plain ran, but there is no report of them/
