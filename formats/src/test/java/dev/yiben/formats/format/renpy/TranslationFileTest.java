package dev.yiben.formats.format.renpy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.SpeakerNames;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationFileTest {
  private static final String FILE =
      """
      # TODO: Translation updated

      # game/script.rpy:10
      translate schinese start_61d8a2b6:

          # e "Hello, [name]!{w} Bye."
          e "你好，[name]！{w}再见。"

      # game/script.rpy:11
      translate schinese start_0d9e1a5c:

          # voice "a.ogg"
          # e happy "Empty."
          voice "b.ogg"
          show eileen happy as e2 with dissolve
          e happy ""

      # game/script.rpy:12
      translate schinese start_7e3a5b1d:

          # "Shopkeeper" "Equal to its {b}source{/b}."
          "Shopkeeper" "Equal to its {b}source{/b}."

      # game/script.rpy:13
      translate schinese start_00000000:

          # e "One."
          # nvl clear
          # n "Two."
          e "One."
          if persistent.x:
              n "二。"

      translate schinese nocomment:
          e `A text of its own`

      translate schinese split_11112222:

          # e "A long line."
          e "长的"
          extend "一行。"

      translate schinese strings:

          # game/screens.rpy:1
          old "Start"
          new ""

          old 'Load "it"'
          new '载入'

          old "New{#game}"
          new r"New{#game}"

      translate schinese python:
          x = "never touched"

      translate schinese style default:
          font "x.ttf"
      """;

  @TempDir private Path folder;

  private Document open(String text) throws IOException {
    return new RenpyFormat().open(Files.write(folder.resolve("script.rpy"), text.getBytes(UTF_8)));
  }

  private static List<String> texts(Document document) {
    return document.segments().stream()
        .map(
            segment ->
                "%s [%s] %s %s"
                    .formatted(
                        segment.id(),
                        segment.source(),
                        segment.hints().existing().map(CodedText::marked).orElse("-"),
                        segment.skipRule().orElse("")))
        .map(String::strip)
        .toList();
  }

  private static String merge(Document document, Function<Segment, Optional<String>> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "zh";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return document.segments().stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .flatMap(segment -> targets.apply(segment).map(segment.source()::withMarked));
          }
        },
        out);
    return out.toString(UTF_8);
  }

  @Test
  void readsSourcesAndWhatIsTranslatedAlready() throws IOException {
    try (Document document = open(FILE)) {
      assertThat(texts(document))
          .containsExactly(
              "start_61d8a2b6/1 [Hello, ⟦1⟧!⟦2⟧ Bye.] 你好，⟦1⟧！⟦2⟧再见。",
              "start_0d9e1a5c/1 [Empty.] -",
              "start_7e3a5b1d/1/who [Shopkeeper] -",
              "start_7e3a5b1d/1 [Equal to its ⟦1⟧source⟦/1⟧.] -",
              "start_00000000/1 [One.] -",
              "start_00000000/2 [Two.] 二。",
              "nocomment/1 [A text of its own] -",
              "split_11112222/1 [A long line.] 长的",
              "split_11112222/2 [一行。] - added-line",
              "strings/%s [Start] -".formatted(Digest.of("Start")),
              "strings/%s [Load \"it\"] 载入".formatted(Digest.of("Load \"it\"")),
              "strings/%s [New] -".formatted(Digest.of("New{#game}")));
    }
  }

  @Test
  void writesNothingButTheTextsThatHaveATarget() throws IOException {
    try (Document document = open(FILE)) {
      String written =
          merge(
              document,
              segment ->
                  segment.hints().existing().isEmpty() && segment.skipRule().isEmpty()
                      ? Optional.of("«" + segment.source().marked() + "\"»")
                      : Optional.empty());
      assertThat(written)
          .isEqualTo(
              FILE.replace("e happy \"\"", "e happy \"«Empty.\\\"»\"")
                  .replace(
                      "    \"Shopkeeper\" \"Equal to its {b}source{/b}.\"\n\n",
                      "    \"«Shopkeeper\\\"»\" \"«Equal to its {b}source{/b}.\\\"»\"\n\n")
                  .replace("    e \"One.\"\n    if", "    e \"«One.\\\"»\"\n    if")
                  .replace("`A text of its own`", "`«A text of its own\"»`")
                  .replace("new \"\"", "new \"«Start\\\"»\"")
                  .replace("new r\"New{#game}\"", "new \"«New\\\"»\""));
    }
  }

  @Test
  void replacesTranslationsThatHaveATarget() throws IOException {
    try (Document document = open(FILE)) {
      assertThat(
              merge(
                  document,
                  segment ->
                      segment.id().value().equals("start_61d8a2b6/1")
                          ? Optional.of("⟦1⟧！⟦2⟧")
                          : Optional.empty()))
          .isEqualTo(FILE.replace("    e \"你好，[name]！{w}再见。\"", "    e \"[name]！{w}\""));
    }
  }

  @Test
  void keepsEveryByteWithoutTargets() throws IOException {
    for (String text :
        List.of(FILE, "\uFEFF" + FILE, FILE.replace("\n", "\r\n"), FILE.strip(), FILE + "\n\n ")) {
      try (Document document = open(text)) {
        assertThat(merge(document, segment -> Optional.empty())).isEqualTo(text);
        assertThat(merge(document, segment -> Optional.of(segment.source().marked())))
            .isEqualTo(text);
        assertThat(document.segments()).hasSize(12);
      }
    }
  }

  @Test
  void tellsWhichSourcesWereChanged() throws IOException {
    try (Document document = open(FILE)) {
      assertThat(document.notices()).singleElement().asString().startsWith("5 blocks");
    }
    String current =
        """
        translate french start_a170b500:

            # e "You've created a new Ren'Py game."
            e ""
        """;
    try (Document document = open(current)) {
      assertThat(document.notices()).isEmpty();
    }
  }

  @Test
  void leavesNamesOfSpeakersIfAsked() throws IOException {
    Path file = Files.writeString(folder.resolve("script.rpy"), FILE);
    try (Document document =
        new RenpyFormat().open(file, FormatOptions.DEFAULT.with(SpeakerNames.KEEP))) {
      assertThat(document.segments())
          .filteredOn(segment -> segment.id().value().endsWith("/who"))
          .singleElement()
          .extracting(Segment::skipRule)
          .isEqualTo(Optional.of("speaker-name"));
    }
  }

  @Test
  void saysWhatCannotBeReadAndGoesOn() throws IOException {
    String broken =
        FILE.replace("    e happy \"\"", "      e happy \"\"")
            .replace("    new '载入'", "    newest '载入'");
    try (Document document = open(broken)) {
      assertThat(document.notices().subList(0, 2)).allMatch(notice -> notice.startsWith("line "));
      assertThat(texts(document)).contains("start_00000000/2 [Two.] 二。");
      assertThat(merge(document, segment -> Optional.empty())).isEqualTo(broken);
    }
  }

  @Test
  void givesTheSameIdAgainAnotherOne() throws IOException {
    try (Document document = open(FILE + FILE)) {
      assertThat(document.segments()).extracting(Segment::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void neverThrowsAtMutatedFiles() throws IOException {
    Random random = new Random(17);
    List<String> lines = new ArrayList<>(FILE.lines().toList());
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder(FILE);
      switch (round % 4) {
        case 0 -> text.setLength(random.nextInt(FILE.length()));
        case 1 -> {
          for (int i = 0; i < 5; i++) {
            text.deleteCharAt(random.nextInt(text.length()));
          }
        }
        case 2 -> {
          for (int i = 0; i < 5; i++) {
            text.insert(
                random.nextInt(text.length()), "\"'`\\([{}])#:\n% \t".charAt(random.nextInt(16)));
          }
        }
        default -> {
          String[] mixed = lines.toArray(String[]::new);
          for (int i = 0; i < 6; i++) {
            mixed[random.nextInt(mixed.length)] = lines.get(random.nextInt(lines.size()));
          }
          text = new StringBuilder(String.join("\n", Arrays.asList(mixed)));
        }
      }
      String mutant = text.toString();
      try (Document document = open(mutant)) {
        assertThat(document.segments()).extracting(Segment::id).doesNotHaveDuplicates();
        assertThat(merge(document, segment -> Optional.empty())).isEqualTo(mutant);
        merge(document, segment -> Optional.of("«\"[{%\\»"));
      } catch (DocumentException e) {
        assertThat(e).hasMessageContaining("script.rpy");
      }
    }
  }
}
