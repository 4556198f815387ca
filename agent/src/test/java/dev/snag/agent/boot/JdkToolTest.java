package dev.snag.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkToolTest {

    @ParameterizedTest
    @CsvSource({
        "jdk.compiler, jdk.compiler/com.sun.tools.javac.Main A.java, true",
        "jdk.jcmd, jdk.jcmd/sun.tools.jcmd.JCmd -l, true",
        "jdk.jartool, jdk.jartool/sun.tools.jar.Main tf a.jar, true",
        "java.rmi, java.rmi/sun.rmi.registry.RegistryImpl, true",
        "jdk.httpserver, jdk.httpserver/sun.net.httpserver.simpleserver.Main, true",
        "jdk.compiler, jdk.compiler/com.sun.tools.javac.launcher.Main Hello.java, false",
        "jdk.compiler, jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher Hello.java, false",
        "com.acme.orders, com.acme.orders/com.acme.orders.Main, false",
        "jdkbench, jdkbench/x.Main, false",
        ", com.acme.Main, false",
        ", app.jar, false",
        "jdk.compiler, , false",
    })
    void tools_are_told_by_their_module(String module, String command, boolean tool) {
        assertThat(JdkTool.isTool(module, command)).isEqualTo(tool);
    }

    @Test
    void this_jvm_runs_none() {
        assertThat(JdkTool.isRunning()).isFalse();
    }
}
