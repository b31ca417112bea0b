package gameserver.chat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("gameserver.chat");

    @Test
    void theChatAndItsPacketsAreFreeOfNetty() {
        assertTrue(MAIN.contain(Room.class));

        noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..").check(MAIN);
    }

    @Test
    void roomsAndUsersDoNotKnowTheServer() {
        noClasses()
                .that()
                .haveNameMatching(".*\\.(Room|Rooms|Member|User|Users|Lobby|Invitation.*)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gameserver.net.server..", "gameserver.net.launch..")
                .check(MAIN);
    }
}
