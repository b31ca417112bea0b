package gameserver.net;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import gameserver.net.packet.Packet;
import org.junit.jupiter.api.Test;

/** Which way the arrows between the packages point. */
class ArchitectureTest {
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("gameserver.net");

    @Test
    void looksAtTheWholeModule() {
        assertTrue(MAIN.size() > 50, MAIN.size() + " classes");
    }

    @Test
    void whatIsHandledDoesNotKnowTheServer() {
        noClasses()
                .that()
                .resideInAnyPackage("..packet..", "..logic..", "..session..", "..dispatch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..net.server..", "..net.launch..", "..net.client..")
                .check(MAIN);
    }

    @Test
    void theCodecKnowsNoSessions() {
        noClasses()
                .that()
                .resideInAPackage("..codec..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..session..", "..dispatch..", "..logic..", "..net.server..")
                .check(MAIN);
    }

    @Test
    void logicSessionsAndDispatchAreFreeOfNetty() {
        noClasses()
                .that()
                .resideInAnyPackage("..logic..", "..session..", "..dispatch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(MAIN);
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching("gameserver.net.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothingButTheLauncherWritesToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..net.launch..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void tracesGoToTheLog() {
        noClasses()
                .should()
                .callMethodWhere(
                        target(name("printStackTrace"))
                                .and(target(owner(assignableTo(Throwable.class)))))
                .check(MAIN);
    }

    @Test
    void thereIsOneWayToLog() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(MAIN);
    }

    @Test
    void packetsAreRecords() {
        classes()
                .that()
                .implement(Packet.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(MAIN);
    }
}
