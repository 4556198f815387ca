String log = new File(basedir, 'build.log').text

// Both have put themselves before what was there.
assert log =~ /argLine set to -javaagent:[^ ]*org\.jacoco\.agent[^ ]* -javaagent:[^ ]*snag-agent/
assert log.contains('[ERROR] [snag]   PINNED(CLASS_INIT) offender=com.acme.Orders')
assert new File(basedir, 'target/jacoco.exec').getText('ISO-8859-1').contains('com/acme/Orders')
