package dev.yiben.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the rooms of ARCHITECTURE.md and the arrows between them. */
class ArchitectureTest {
  private static JavaClasses classes;

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.yiben");
  }

  @Test
  void allModulesAreSeen() {
    for (String module :
        new String[] {"cli", "pipeline", "formats.document", "glossary", "inference"}) {
      Assertions.assertThat(classes.containPackage("dev.yiben." + module)).as(module).isTrue();
    }
  }

  @Test
  void modulesKnowOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("dev.yiben.cli..")
        .layer("pipeline")
        .definedBy("dev.yiben.pipeline..")
        .layer("formats")
        .definedBy("dev.yiben.formats..")
        .layer("glossary")
        .definedBy("dev.yiben.glossary..")
        .layer("inference")
        .definedBy("dev.yiben.inference..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("pipeline")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("formats")
        .mayOnlyBeAccessedByLayers("pipeline", "cli")
        .whereLayer("glossary")
        .mayOnlyBeAccessedByLayers("pipeline", "cli")
        .whereLayer("inference")
        .mayOnlyBeAccessedByLayers("pipeline", "cli")
        .check(classes);
  }

  @Test
  void onlyOnePackageKnowsTheBindingOfLlamaCpp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.yiben.inference.llamacpp")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("de.kherud..")
        .check(classes);
  }

  @Test
  void onlyOnePackageCallsNativeLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.yiben.inference.libllama")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .check(classes);
  }

  /** The binding's loader prints, so the package around it has to hold the stream meanwhile. */
  @Test
  void onlyTheCommandEndsTheProcessOrTouchesItsStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.yiben.cli", "dev.yiben.inference.llamacpp")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.yiben.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void packagesAreNamedByWhatTheyAreFor() {
    classes()
        .should()
        .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..manager..")
        .check(classes);
  }
}
