String log = new File(basedir, 'build.log').text

def read = (log =~ /read (.*snags\.jsonl): [0-9]+ JVMs?, /).collect { it[1] } as Set
assert read.size() == 2 // the fork that came second has a folder of its own below the other's
assert log.contains('[ERROR] [snag] gate: FAILED, 2 snags fail (fail-on=new)')
assert log.contains('offender=com.acme.FirstTest$First.<clinit>')
assert log.contains('offender=com.acme.SecondTest$Second.<clinit>')
String page = new File(basedir, 'target/snag/snags.html').text
assert page.contains('FirstTest') && page.contains('SecondTest')
