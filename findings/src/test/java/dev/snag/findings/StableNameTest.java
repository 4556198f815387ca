package dev.snag.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StableNameTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.$Proxy134, com.acme.$Proxy",
        "$Proxy7, $Proxy",
        "jdk.proxy2.$Proxy131, jdk.proxy2.$Proxy",
        "com.acme.Shop$$SpringCGLIB$$0, com.acme.Shop$$SpringCGLIB",
        "com.acme.Shop$$SpringCGLIB$$FastClass$$1, com.acme.Shop$$SpringCGLIB$$FastClass",
        "com.acme.Shop$$EnhancerByGuice$$1a2b3cff, com.acme.Shop$$EnhancerByGuice",
        "com.acme.Shop$ByteBuddy$dXzW0kQ1, com.acme.Shop$ByteBuddy",
        "com.acme.Shop$MockitoMock$1189273, com.acme.Shop$MockitoMock",
        "com.acme.Item$HibernateProxy$yQ3mJ0aV, com.acme.Item$HibernateProxy",
        "com.acme.Shop$$Lambda/0x00007f, com.acme.Shop$$Lambda",
        "com.acme.Shop$$Lambda$14, com.acme.Shop$$Lambda",
        "com.acme.Hidden/0x00007f, com.acme.Hidden",
        "jdk.internal.reflect.GeneratedMethodAccessor12, jdk.internal.reflect.GeneratedMethodAccessor",
    })
    void what_a_generator_or_the_vm_numbered_has_no_number(String name, String stable) {
        assertThat(StableName.ofClass(name)).isEqualTo(stable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "com.acme.Shop2",
                "com.acme.Shop$1",
                "com.acme.Shop$Inner3",
                "com.acme.Shop$$anonfun$1",
                "com.acme.ShopKt$open$$inlined$map$1",
                "com.acme.Shop_$$_WeldClientProxy",
                "com.acme.Shop$Proxy$_$$_WeldClientProxy",
                "com.acme.Shop$ProxyFactory2",
                "com.acme.Sh$$0",
            })
    void what_somebody_wrote_stays_as_it_is(String name) {
        assertThat(StableName.ofClass(name)).isEqualTo(name);
    }
}
