String log = new File(basedir, 'build.log').text
String baseline = new File(basedir, 'snag-baseline.txt').text

assert baseline.startsWith('# snag baseline 1')
assert baseline =~ /(?m)^[0-9a-f]{16} PINNED/
assert baseline.contains(' PINNED(CLASS_INIT) offender=com.acme.PinningTest$Slow.<clinit>')
assert log.contains('1 snag, 0 taken out, 1 taken in')
// The run before left a report, which would count a second time.
assert log.contains('deleted 1 report of earlier builds')
assert log =~ /read .*snags\.jsonl: 1 JVM, /
assert log.contains('[snag] gate: passed (fail-on=new): ')
assert log.contains(' known')
assert log.contains('check: passed')
