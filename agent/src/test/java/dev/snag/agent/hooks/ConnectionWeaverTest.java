package dev.snag.agent.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.snag.runtime.bridge.Connections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;

class ConnectionWeaverTest {

    private static final String CALL = "INVOKESTATIC java/lang/SnagConnections.";
    private static final String CLOSED = CALL + "closed (ZLjava/lang/Object;)V";
    private static final Pattern RETURN = Pattern.compile("^ +[IA]?RETURN$", Pattern.MULTILINE);

    static List<JdkClasses> jdks() {
        return JdkClasses.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void each_target_is_exactly_one_method_of_each_jdk(JdkClasses jdk) throws IOException {
        var found = new ArrayList<ConnectionTarget>();
        for (String type : List.of(ConnectionTarget.SOCKET, ConnectionTarget.CHANNEL)) {
            found.addAll(ConnectionWeaver.weave(jdk.code(type)).woven());
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ConnectionTarget.ALL);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_begins_to_connect_says_so_before_each_return_with_its_arguments(JdkClasses jdk) throws IOException {
        String socket = woven(jdk, ConnectionTarget.SOCKET)
                .get("beginConnect(Ljava/net/InetAddress;I)Ljava/io/FileDescriptor;");
        String channel = woven(jdk, ConnectionTarget.CHANNEL).get("beginConnect(ZLjava/net/SocketAddress;)V");

        assertThat(socket)
                .containsPattern("ALOAD 0\\s+ALOAD 1\\s+ILOAD 2\\s+" + Pattern.quote(CALL)
                        + "opened \\(Ljava/lang/Object;Ljava/net/InetAddress;I\\)V\\s+ARETURN")
                .as("an argument is replaced")
                .doesNotContain("ASTORE 1\n", "ISTORE 2\n");
        assertThat(channel)
                .containsPattern("ALOAD 0\\s+ALOAD 2\\s+" + Pattern.quote(CALL)
                        + "opened \\(Ljava/lang/Object;Ljava/net/SocketAddress;\\)V\\s+RETURN")
                .doesNotContain("ASTORE 2\n");
        for (String text : List.of(socket, channel)) {
            assertThat(ClassText.count(text, CALL)).isEqualTo(returns(text)).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void what_closes_says_whether_it_did_at_each_return_and_for_what_is_thrown(JdkClasses jdk) throws IOException {
        for (String type : List.of(ConnectionTarget.SOCKET, ConnectionTarget.CHANNEL)) {
            String text = woven(jdk, type).get("tryClose()Z");

            assertThat(ClassText.count(text, CLOSED)).as(type).isEqualTo(returns(text) + 1);
            assertThat(text)
                    .containsPattern("DUP\\s+ALOAD 0\\s+" + Pattern.quote(CLOSED) + "\\s+IRETURN")
                    .containsPattern("ICONST_1\\s+ALOAD 0\\s+" + Pattern.quote(CLOSED) + "\\s+ATHROW");
        }
    }

    /** Else a connection would be opened, or a file closed, that nobody hears of. */
    @ParameterizedTest
    @MethodSource("jdks")
    void all_ways_to_connect_and_to_close_lead_there(JdkClasses jdk) throws IOException {
        Map<String, String> socket = ClassText.methods(jdk.code(ConnectionTarget.SOCKET));
        Map<String, String> channel = ClassText.methods(jdk.code(ConnectionTarget.CHANNEL));

        assertThat(callers(socket, "sun/nio/ch/Net.connect ")).containsExactly("connect(Ljava/net/SocketAddress;I)V");
        assertThat(callers(socket, "beginConnect ")).containsExactly("connect(Ljava/net/SocketAddress;I)V");
        assertThat(callers(socket, "/Cleaner$Cleanable.clean ")).containsExactly("tryClose()Z");
        assertThat(callers(channel, "sun/nio/ch/Net.connect "))
                .containsExactlyInAnyOrder(
                        "connect(Ljava/net/SocketAddress;)Z", "blockingConnect(Ljava/net/SocketAddress;J)V");
        assertThat(callers(channel, "beginConnect "))
                .containsExactlyInAnyOrder(
                        "connect(Ljava/net/SocketAddress;)Z", "blockingConnect(Ljava/net/SocketAddress;J)V");
        assertThat(callers(channel, "Dispatcher.close ")).containsExactly("tryClose()Z");
    }

    private static Set<String> callers(Map<String, String> methods, String called) {
        var callers = new HashSet<String>();
        methods.forEach((name, text) -> {
            if (Pattern.compile("INVOKE\\S+ \\S*" + Pattern.quote(called))
                    .matcher(text)
                    .find()) {
                callers.add(name);
            }
        });
        return callers;
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void all_else_stays_as_it_is(JdkClasses jdk) throws IOException {
        for (String type : List.of(ConnectionTarget.SOCKET, ConnectionTarget.CHANNEL)) {
            byte[] code = jdk.code(type);
            byte[] woven = ConnectionWeaver.weave(code).code();
            Map<String, String> before = ClassText.methods(code);
            Map<String, String> after = ClassText.methods(woven);
            var changed = new HashSet<>(before.keySet());
            changed.removeIf(method -> before.get(method).equals(after.get(method)));

            assertThat(changed).hasSize(2);
            assertThat(ClassText.annotations(woven)).isEqualTo(ClassText.annotations(code));
            assertThat(ClassText.withoutMethods(woven)).isEqualTo(ClassText.withoutMethods(code));
            ClassText.verify(woven);
        }
    }

    @Test
    void another_class_stays_as_it_is() throws IOException {
        byte[] other = JdkClasses.all().getFirst().code("sun/nio/ch/ServerSocketChannelImpl");

        ConnectionWeaver.Result result = ConnectionWeaver.weave(other);

        assertThat(result.woven()).isEmpty();
        assertThat(ClassText.methods(result.code())).isEqualTo(ClassText.methods(other));
    }

    @Test
    void the_copy_of_its_class_is_renamed_throughout() throws IOException {
        byte[] code = BridgeClass.code(Connections.class, BridgeClass.CONNECTIONS);

        assertThat(new ClassReader(code).getClassName()).isEqualTo(BridgeClass.CONNECTIONS);
        assertThat(new String(code, StandardCharsets.ISO_8859_1)).doesNotContain("dev/snag");
        ClassText.verify(code);
    }

    private static Map<String, String> woven(JdkClasses jdk, String type) throws IOException {
        return ClassText.methods(ConnectionWeaver.weave(jdk.code(type)).code());
    }

    private static int returns(String text) {
        return (int) RETURN.matcher(text).results().count();
    }
}
