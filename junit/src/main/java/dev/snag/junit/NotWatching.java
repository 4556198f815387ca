package dev.snag.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Nothing is watched, so no test can be green. */
public final class NotWatching extends ExtensionConfigurationException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = """
            Add the agent to the JVM that runs the tests.
            Maven, in pom.xml (an <argLine> of your own begins with @{argLine} then):
              <plugin>
                <groupId>dev.snag</groupId>
                <artifactId>snag-maven-plugin</artifactId>
                <version>%s</version>
                <executions><execution><goals><goal>prepare-agent</goal></goals></execution></executions>
              </plugin>
            Maven without that plugin:
              <plugin>
                <artifactId>maven-dependency-plugin</artifactId>
                <executions><execution><goals><goal>properties</goal></goals></execution></executions>
              </plugin>
              <plugin>
                <artifactId>maven-surefire-plugin</artifactId>
                <configuration><argLine>-javaagent:${dev.snag:snag-agent:jar}=profile=test</argLine></configuration>
              </plugin>
            Gradle, in build.gradle:
              configurations { snag }
              dependencies { snag "dev.snag:snag-agent:%s" }
              test { jvmArgs "-javaagent:${configurations.snag.singleFile}=profile=test" }\
            """;

    NotWatching(String why) {
        super("Snag does not watch this JVM, so its tests cannot be green: " + why + ".\n"
                + REMEDY.replace("%s", version()));
    }

    private static String version() {
        String version = NotWatching.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }
}
