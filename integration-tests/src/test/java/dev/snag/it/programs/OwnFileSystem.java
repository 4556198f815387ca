package dev.snag.it.programs;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;

/** Has a default file system of its own, named on the command line or, with the argument {@code main}, in main. */
public final class OwnFileSystem {
    static final String PROPERTY = "java.nio.file.spi.DefaultFileSystemProvider";

    private OwnFileSystem() {}

    /** Says whose file system it got, then holds a carrier. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.setProperty(PROPERTY, OwnFileSystemProvider.class.getName());
        }
        FileSystem system = FileSystems.getDefault();
        System.out.println(OwnFileSystemProvider.asked() ? "own" : "the JDK's");
        System.out.println(Path.of("a").getFileSystem() == system);
        FileSystemProvider provider = system.provider();
        System.out.println(provider.getScheme());
        Puppet.main(new String[] {"hold:2000"});
    }
}
