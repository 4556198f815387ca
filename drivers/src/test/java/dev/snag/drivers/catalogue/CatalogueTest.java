package dev.snag.drivers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.snag.drivers.server.ServerProgram;
import dev.snag.drivers.workload.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void each_row_has_a_key_of_its_own_and_a_workload_that_is_there() {
        assertThat(catalogue.rows()).extracting(Row::key).doesNotHaveDuplicates();
        assertThat(catalogue.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.key()).matches("[a-z0-9.-]+[A-Za-z0-9.-]*");
            assertThat(Workload.class).isAssignableFrom(Class.forName(row.workload()));
            assertThat(row.coordinates())
                    .allSatisfy(each -> assertThat(each.split(":")).hasSizeBetween(3, 4));
        });
    }

    @Test
    void the_build_has_put_in_the_versions_that_it_compiles_against() {
        assertThat(catalogue.rows())
                .allSatisfy(row -> assertThat(row.coordinates())
                        .allSatisfy(each -> assertThat(each).doesNotContain("$")));
    }

    @Test
    void each_server_that_a_row_needs_is_defined_and_its_program_is_there() {
        assertThat(catalogue.rows())
                .filteredOn(row -> row.server().isPresent())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(catalogue.server(row.server().orElseThrow()))
                        .hasValueSatisfying(
                                server -> assertThat(ServerProgram.class).isAssignableFrom(load(server.program()))));
    }

    @Test
    void a_name_is_that_of_a_row_or_of_all_releases_of_a_library() {
        assertThat(keys("pgjdbc-42.5.6")).containsExactly("pgjdbc-42.5.6");
        assertThat(keys("pgjdbc")).contains("pgjdbc-42.5.6", "pgjdbc-42.6.0").hasSizeGreaterThan(2);
        assertThatThrownBy(() -> catalogue.named("pgjdbc-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pgjdbc-1'");
    }

    @Test
    void a_release_adds_to_its_library_and_overrides_it() {
        Row old = catalogue.named("mariadb-2.7.12").getFirst();
        assertThat(old.parameters().get("driver")).isEqualTo("org.mariadb.jdbc.Driver");
        assertThat(old.parameters().get("tls-url")).contains("useSsl");
        assertThat(old.coordinates()).first().isEqualTo("org.mariadb.jdbc:mariadb-java-client:2.7.12");
        assertThat(old.jar()).contains("mariadb-java-client-2.7.12.jar");
    }

    private List<String> keys(String name) {
        return catalogue.named(name).stream().map(Row::key).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
