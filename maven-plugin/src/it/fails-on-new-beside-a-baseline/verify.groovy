String log = new File(basedir, 'build.log').text

assert log.contains('[ERROR] [snag] gate: FAILED, 1 snag fails (fail-on=new), besides ')
assert log.contains('[ERROR] [snag]   PINNED(CLASS_INIT) offender=com.acme.NewTest$Fresh.<clinit>')
assert !log.contains('[ERROR] [snag]   PINNED(CLASS_INIT) offender=com.acme.KnownTest')
assert !new File(basedir, 'snag-baseline.txt').text.contains('NewTest')
