String log = new File(basedir, 'build.log').text
def reports = new File(basedir, 'target/surefire-reports')

// The extension is detected although nobody has told JUnit so but the plugin.
assert log.contains('-Djunit.jupiter.extensions.autodetection.enabled=true')
assert log.contains('Tests run: 2, Failures: 1, Errors: 0, Skipped: 0')
String guilty = new File(reports, 'TEST-com.acme.PinningTest.xml').text
assert guilty.contains('dev.snag.junit.BlockingFound') && guilty.contains('PINNED (CLASS_INIT)')
assert guilty.contains('junit-jupiter-api-6.1.3.jar') || guilty.contains('junit-jupiter-api/6.1.3/')
assert !new File(reports, 'TEST-com.acme.InnocentTest.xml').text.contains('<failure')
assert log =~ /Failed to execute goal org\.apache\.maven\.plugins:maven-surefire-plugin:/
