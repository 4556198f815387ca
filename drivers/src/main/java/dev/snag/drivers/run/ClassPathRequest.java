package dev.snag.drivers.run;

import dev.snag.drivers.catalogue.Row;
import dev.snag.drivers.catalogue.ServerSpec;
import java.util.List;

/**
 * What is to be on a class path.
 *
 * @param key names it among all
 * @param coordinates {@code group:artifact:version} or {@code group:artifact:version:classifier}
 * @param exclude {@code group:artifact} that none of them may bring along
 */
record ClassPathRequest(String key, List<String> coordinates, List<String> exclude) {

    static ClassPathRequest of(Row row) {
        return new ClassPathRequest(row.key(), row.coordinates(), row.library().exclude());
    }

    static ClassPathRequest of(ServerSpec server) {
        return new ClassPathRequest("server-" + server.key(), server.artifacts(), server.exclude());
    }

    /** Of the JVM's own classes alone. */
    boolean isEmpty() {
        return coordinates.isEmpty();
    }

    /** As a POM that has all of it as dependencies. */
    String pom(String version) {
        var pom = new StringBuilder("<project><modelVersion>4.0.0</modelVersion><parent><groupId>lab</groupId>"
                + "<artifactId>lab</artifactId><version>" + version + "</version></parent><artifactId>" + key
                + "</artifactId><dependencies>\n");
        for (String coordinate : coordinates) {
            String[] parts = coordinate.split(":");
            pom.append("<dependency><groupId>").append(parts[0]);
            pom.append("</groupId><artifactId>").append(parts[1]);
            pom.append("</artifactId><version>").append(parts[2]).append("</version>");
            if (parts.length > 3) {
                pom.append("<classifier>").append(parts[3]).append("</classifier>");
            }
            pom.append("<exclusions>");
            for (String each : exclude) {
                String[] excluded = each.split(":");
                pom.append("<exclusion><groupId>").append(excluded[0]);
                pom.append("</groupId><artifactId>").append(excluded[1]).append("</artifactId></exclusion>");
            }
            pom.append("</exclusions></dependency>\n");
        }
        return pom.append("</dependencies></project>\n").toString();
    }
}
