package gameserver.baccarat.game;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses GAME =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("gameserver.baccarat.game");

    @Test
    void theGameIsMadeOfPlainJava() {
        assertTrue(GAME.contain(Table.class));

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "gameserver.baccarat.game",
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "java.util.random",
                        "java.util.stream",
                        "java.time",
                        "org.jspecify.annotations")
                .check(GAME);
    }

    @Test
    void theGameHasNoClockNoThreadAndNoChanceOfItsOwn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(System|Thread.*|Process.*)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(?!Duration$).*")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(.*Random|Timer.*|Date|Calendar)")
                .orShould()
                .callMethod(RandomGenerator.class, "getDefault")
                .orShould()
                .callMethod(Math.class, "random")
                .check(GAME);
    }
}
