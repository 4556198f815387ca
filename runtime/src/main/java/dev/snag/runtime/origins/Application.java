package dev.snag.runtime.origins;

import java.io.File;

/**
 * The application, as it was started.
 *
 * @param jar behind {@code java -jar}; null where it was started otherwise
 * @param mainClass null where it is not known
 * @param mainModule null for none
 */
public record Application(File jar, String mainClass, String mainModule) {

    /** Nothing is known of it. */
    public static final Application UNKNOWN = new Application(null, null, null);

    /** This JVM's. */
    public static Application ofThisJvm() {
        return of(
                System.getProperty("sun.java.command", ""),
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.main"));
    }

    /** By what the launcher leaves behind: jar or main class with the arguments, the class path, the main module. */
    static Application of(String command, String classPath, String mainModule) {
        boolean archive = classPath.endsWith(".jar") || classPath.endsWith(".war");
        if (archive && (command.equals(classPath) || command.startsWith(classPath + " "))) {
            return new Application(new File(classPath), null, null);
        }
        int space = command.indexOf(' ');
        String first = space < 0 ? command : command.substring(0, space);
        String main = first.substring(first.indexOf('/') + 1);
        boolean named = !main.isEmpty() && !main.endsWith(".jar") && !main.endsWith(".war");
        return new Application(null, named ? main : null, mainModule);
    }

    /** Whether it is the application's own: what was started, or with Quarkus what that starts. */
    boolean isJar(File file) {
        if (jar == null) {
            return false;
        }
        File started = jar.getAbsoluteFile();
        File asked = file.getAbsoluteFile();
        boolean quarkus = started.getName().equals("quarkus-run.jar")
                && new File(started.getParentFile(), "app").equals(asked.getParentFile());
        return quarkus || started.equals(asked);
    }
}
