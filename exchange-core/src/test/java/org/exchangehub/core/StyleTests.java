package org.exchangehub.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

/** The style every package keeps; each rule is also shown to catch an offender, so that none is vacuous. */
class StyleTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.exchangehub.core");

    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .importClasses(
                    Offenders.class,
                    Offenders.AskingTheSystem.class,
                    Offenders.ThingImpl.class,
                    Offenders.OpenRepository.class,
                    Offenders.Printing.class,
                    Offenders.Throwing.class,
                    Offenders.Injected.class);

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .doNotHaveSimpleName("TimeConfiguration")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time comes from an injected Clock");

    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("DTO");

    static final ArchRule EDGES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(Repository.class)
            .or()
            .haveSimpleNameEndingWith("Repository")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .bePackagePrivate();

    static final ArchRule PACKAGES_ARE_NULL_MARKED = classes().should(beInANullMarkedPackage());

    @Nested
    class Product {

        @Test
        void isThere() {
            assertThat(PRODUCT.size()).isGreaterThan(50);
            assertThat(PRODUCT.stream().filter(each -> each.isAnnotatedWith(RestController.class)))
                    .isNotEmpty();
        }

        @Test
        void keepsEveryRule() {
            for (ArchRule rule : List.of(
                    TIME_IS_INJECTED,
                    NAMES_SAY_WHAT_A_THING_IS,
                    EDGES_ARE_PACKAGE_PRIVATE,
                    PACKAGES_ARE_NULL_MARKED,
                    NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS)) {
                rule.check(PRODUCT);
            }
        }
    }

    @Nested
    class EachRule {

        @Test
        void catchesItsOffender() {
            for (ArchRule rule : List.of(
                    TIME_IS_INJECTED,
                    NAMES_SAY_WHAT_A_THING_IS,
                    EDGES_ARE_PACKAGE_PRIVATE,
                    NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS)) {
                assertThat(rule.evaluate(OFFENDERS).hasViolation())
                        .as(rule.getDescription())
                        .isTrue();
            }
        }
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " of " + item.getName()));
            }
        };
    }

    /** What must not be; never run. */
    @SuppressWarnings({"SystemOut", "JavaTimeDefaultTimeZone", "unused"})
    static final class Offenders {

        private Offenders() {}

        static final class AskingTheSystem {
            Instant asked() {
                return Instant.now();
            }
        }

        static final class ThingImpl {}

        public static final class OpenRepository {}

        static final class Printing {
            void print() {
                System.out.println();
            }
        }

        static final class Throwing {
            void fail() {
                throw new RuntimeException("generic");
            }
        }

        static final class Injected {
            @Autowired
            private String value = "";
        }
    }
}
