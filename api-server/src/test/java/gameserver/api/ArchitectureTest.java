package gameserver.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("gameserver.api");

    @Test
    void onlyTheOuterPackageKnowsHttp() {
        assertTrue(MAIN.contain(Api.class));

        noClasses()
                .that()
                .resideInAnyPackage(
                        "gameserver.api.account", "gameserver.api.match", "gameserver.api.state")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(MAIN);
    }

    @Test
    void onlyTheStateKnowsRedisAndOnlyTheAccountsKnowTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gameserver.api.state")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.lettuce..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("gameserver.api.account")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
                .check(MAIN);
    }

    @Test
    void nothingHereSpeaksTheGamesProtocol() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gameserver.net.packet..", "gameserver.net.codec..")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("gameserver.(api..)").should().beFreeOfCycles().check(MAIN);
    }
}
