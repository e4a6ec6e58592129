package org.holdfast.repository;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who may see whom. A tier sees what stands below it; packages of one tier do not see each other, unless the list
/// says so by putting one below.
@AnalyzeClasses(packages = "org.holdfast", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final List<List<String>> TIERS = List.of(
            List.of("decision"),
            List.of("worksheet"),
            List.of("session", "person", "audit"),
            List.of("attendance", "clinic"),
            List.of("json"),
            List.of("sealing"),
            List.of("live", "bundle"),
            List.of("log", "directory", "media", "identity"),
            List.of("export", "doctor", "intake", "questionnaire"),
            List.of("web"),
            List.of("demo"));

    private static final String[] PURE =
            packages(List.of("decision", "worksheet", "session", "person", "audit", "attendance", "clinic"));
    private static final String[] NO_OUTSIDE = packages(List.of(
            "decision",
            "worksheet",
            "session",
            "person",
            "audit",
            "attendance",
            "clinic",
            "json",
            "sealing",
            "bundle"));

    @ArchTest
    void a_tier_sees_only_what_stands_below_it(JavaClasses classes) {
        for (var i = 0; i < TIERS.size(); i++) {
            var above = new ArrayList<String>();
            TIERS.subList(i + 1, TIERS.size()).forEach(above::addAll);
            for (var own : TIERS.get(i)) {
                var forbidden = new ArrayList<>(above);
                TIERS.get(i).stream().filter(sibling -> !sibling.equals(own)).forEach(forbidden::add);
                noClasses()
                        .that()
                        .resideInAPackage("org.holdfast." + own + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages(forbidden))
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("org.holdfast")
                        .as(own + " sees only what stands below it")
                        .allowEmptyShould(true)
                        .check(classes);
            }
        }
    }

    @ArchTest
    void only_main_knows_the_demo(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.holdfast.demo..")
                .and()
                .doNotHaveSimpleName("Main")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.holdfast.demo..")
                .check(classes);
    }

    /// It lies beside the server and is loaded apart: a class that sees it could not be loaded without.
    @ArchTest
    void only_the_check_of_forms_knows_the_library_for_it(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.holdfast.questionnaire.checking..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn..", "org.hl7..", "org.holdfast.questionnaire.checking..")
                .check(classes);
    }

    @ArchTest
    void what_decides_and_folds_touches_nothing_outside(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(NO_OUTSIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..", "io.netty..", "java.nio.file..", "java.net..", "java.io..", "org.slf4j..")
                .allowEmptyShould(true)
                .check(classes);
    }

    /// Times and ids are arguments: only so does a log fold to the same state tomorrow.
    @ArchTest
    void what_decides_and_folds_has_no_clock_and_no_dice(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethodWhere(describe("it reads a clock or draws a number", ArchitectureTest::readsClockOrDraws))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.random..")
                        .or(describe("are clocks or dice", it -> CLOCKS_AND_DICE.contains(it.getName()))))
                .allowEmptyShould(true)
                .check(classes);
    }

    private static final Set<String> CLOCKS_AND_DICE = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");

    private static boolean readsClockOrDraws(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        return switch (call.getName()) {
            case "now" -> owner.startsWith("java.time.");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "random" -> owner.equals("java.lang.Math");
            default -> false;
        };
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "org.holdfast." + name + "..").toArray(String[]::new);
    }
}
