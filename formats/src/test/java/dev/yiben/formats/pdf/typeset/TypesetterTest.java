package dev.yiben.formats.pdf.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiben.formats.pdf.font.FontLibrary;
import dev.yiben.formats.pdf.font.FontStyle;
import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TypesetterTest {
  private static final Offset<Double> EXACT = within(1e-6);
  private static final Offset<Double> NEARLY = within(0.01);
  private static final Look PLAIN = new Look(FontStyle.PLAIN, 1, 0, -1);

  /** Every character is as wide as every other. */
  private static final Look MONO = new Look(new FontStyle(false, true, false, false), 1, 0, -1);

  private static final String HAN = "本文介绍了一种新的方法用于在保持页面版式不变的情况下翻译文档";

  private final Typesetter typesetter;
  private final double column;

  TypesetterTest() throws IOException {
    FontLibrary fonts = FontLibrary.bundled();
    typesetter = new Typesetter(fonts, 0.5);
    column = 10 * fonts.faces("n", MONO.style(), "en").get(0).face().advance('n');
  }

  /** Returns a frame of size 10 whose first baseline is at 100. */
  private static Frame frame(double width, int lines, Alignment alignment, Box... rooms) {
    List<Double> baselines = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      baselines.add(100.0 - 15 * i);
    }
    Box box = new Box(0, 100 - 15 * (lines - 1) - 2, width, 109);
    List<Box> all = new ArrayList<>(List.of(box));
    all.addAll(List.of(rooms));
    return new Frame(box, all, baselines, 10, 15, 0, alignment, false, false);
  }

  private static Frame with(Frame frame, double firstIndent) {
    return new Frame(
        frame.box(),
        frame.rooms(),
        frame.baselines(),
        frame.size(),
        frame.leading(),
        firstIndent,
        frame.alignment(),
        frame.vertical(),
        frame.rightToLeft());
  }

  private static Passage mono(String text, Frame... frames) {
    return new Passage(List.of(new Item.Text(text, MONO, -1)), List.of(frames), "en", 1);
  }

  private static Passage plain(String text, String language, Frame... frames) {
    return new Passage(List.of(new Item.Text(text, PLAIN, -1)), List.of(frames), language, 1);
  }

  /** Returns the lines as they are seen, by their baselines. */
  private static Map<Double, String> lines(Setting setting) {
    Map<Double, String> lines = new LinkedHashMap<>();
    for (Placed placed : setting.placed()) {
      if (placed instanceof Placed.Text text) {
        lines.merge(text.y(), text.text(), String::concat);
      }
    }
    return lines;
  }

  private static double left(Setting setting, double y) {
    return setting.placed().stream()
        .filter(placed -> placed.y() == y)
        .mapToDouble(Placed::x)
        .min()
        .orElseThrow();
  }

  private static double right(Setting setting, double y) {
    return setting.placed().stream()
        .filter(placed -> placed.y() == y)
        .mapToDouble(Placed::right)
        .max()
        .orElseThrow();
  }

  @Test
  void setsTextOfSameLengthOnLinesOfItsSource() {
    Setting setting =
        typesetter.set(mono("aaaa bbbb cccc dddd", frame(9.5 * column, 2, Alignment.LEFT)));

    assertThat(lines(setting))
        .containsExactly(Map.entry(100.0, "aaaa bbbb"), Map.entry(85.0, "cccc dddd"));
    assertThat(setting.scale()).isEqualTo(1);
    assertThat(setting.overflows()).isFalse();
    assertThat(left(setting, 85)).isEqualTo(0, EXACT);
    assertThat(right(setting, 85)).isEqualTo(9 * column, NEARLY);
  }

  @Test
  void followsUnevenLinesOfSource() {
    Frame even = frame(4.5 * column, 3, Alignment.LEFT);
    Frame uneven =
        new Frame(
            even.box(),
            even.rooms(),
            List.of(100.0, 80.0, 70.0),
            10,
            15,
            0,
            Alignment.LEFT,
            false,
            false);

    assertThat(lines(typesetter.set(mono("aaaa bbbb cccc", uneven))).keySet())
        .containsExactly(100.0, 80.0, 70.0);
  }

  @Test
  void alignsLinesAsInSource() {
    double width = 10 * column;

    Setting centered = typesetter.set(mono("aaaa", frame(width, 1, Alignment.CENTER)));
    Setting atRight = typesetter.set(mono("aaaa", frame(width, 1, Alignment.RIGHT)));

    assertThat(left(centered, 100)).isEqualTo(3 * column, NEARLY);
    assertThat(left(atRight, 100)).isEqualTo(6 * column, NEARLY);
  }

  @Test
  void justifiesAllLinesButLast() {
    Setting setting =
        typesetter.set(mono("aa bb cc dddd ee", frame(9 * column, 2, Alignment.JUSTIFIED)));

    assertThat(lines(setting).values()).containsExactly("aa bb cc", "dddd ee");
    assertThat(right(setting, 100)).isEqualTo(9 * column, NEARLY);
    assertThat(right(setting, 85)).isEqualTo(7 * column, NEARLY);
  }

  @Test
  void indentsFirstLineOrAllOthers() {
    Frame frame = frame(8 * column, 2, Alignment.LEFT);

    Setting first = typesetter.set(mono("aaaa bbbb", with(frame, column)));
    Setting others = typesetter.set(mono("aaaa bbbb", with(frame, -column)));

    assertThat(left(first, 100)).isEqualTo(column, NEARLY);
    assertThat(left(first, 85)).isEqualTo(0, EXACT);
    assertThat(left(others, 100)).isEqualTo(0, EXACT);
    assertThat(left(others, 85)).isEqualTo(column, NEARLY);
  }

  @Test
  void putsLinesCloserBeforeAllElse() {
    String text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh";
    Box below = new Box(0, -100, 4 * column, 109);

    Setting setting = typesetter.set(mono(text, frame(4 * column, 7, Alignment.LEFT, below)));

    assertThat(lines(setting)).hasSize(8);
    assertThat(setting.scale()).isEqualTo(1);
    List<Double> baselines = List.copyOf(lines(setting).keySet());
    assertThat(baselines.get(0)).isEqualTo(100, EXACT);
    assertThat(baselines.get(7)).isGreaterThanOrEqualTo(100 - 6 * 15 - 0.6);
    assertThat(baselines.get(0) - baselines.get(1))
        .isEqualTo(baselines.get(5) - baselines.get(6), EXACT);
  }

  @Test
  void makesLettersNarrowerBeforeTakingFreeSpace() {
    Box right = new Box(0, 98, 20 * column, 109);

    Setting setting =
        typesetter.set(mono("aaaaaaaaaa", frame(9.5 * column, 1, Alignment.LEFT, right)));

    assertThat(right(setting, 100)).isLessThanOrEqualTo(9.5 * column + 1e-6);
    assertThat(((Placed.Text) setting.placed().get(0)).stretch()).isBetween(0.92, 0.951);
  }

  @Test
  void takesFreeSpaceBeforeBecomingSmaller() {
    Box below = new Box(0, 60, 4 * column, 109);

    Setting setting =
        typesetter.set(mono("aaaa bbbb cccc", frame(4 * column, 1, Alignment.LEFT, below)));

    assertThat(lines(setting)).hasSize(3);
    assertThat(setting.scale()).isEqualTo(1);
    assertThat(((Placed.Text) setting.placed().get(0)).stretch()).isEqualTo(1);
  }

  @Test
  void becomesSmallerWhereNothingElseHelps() {
    Setting setting = typesetter.set(mono("aaaaaaaaaa", frame(7 * column, 1, Alignment.LEFT)));

    assertThat(setting.overflows()).isFalse();
    assertThat(setting.scale()).isBetween(0.75, 0.762);
    assertThat(right(setting, 100)).isLessThanOrEqualTo(7 * column + 1e-6);
  }

  @Test
  void writesWhatDoesNotFitAtSmallestScaleAndTells() {
    String text = "aaaa bbbb cccc dddd eeee ffff";

    Setting setting = typesetter.set(mono(text, frame(4 * column, 1, Alignment.LEFT)));

    assertThat(setting.overflows()).isTrue();
    assertThat(setting.scale()).isEqualTo(0.5);
    assertThat(String.join("", lines(setting).values()).replace(" ", ""))
        .isEqualTo(text.replace(" ", ""));
  }

  @Test
  void isNeverLargerThanOthersOfItsRole() {
    Passage passage =
        new Passage(
            List.of(new Item.Text("aaaa", MONO, -1)),
            List.of(frame(9 * column, 1, Alignment.LEFT)),
            "en",
            0.8);

    assertThat(typesetter.set(passage).scale()).isEqualTo(0.8);
  }

  @Test
  void breaksWordOnlyWhereNoLineIsWideEnough() {
    Setting setting = typesetter.set(mono("aaaaaaaaaaaa", frame(4 * column, 4, Alignment.LEFT)));

    assertThat(setting.overflows()).isFalse();
    assertThat(setting.scale()).isEqualTo(1);
    assertThat(lines(setting).values()).containsExactly("aaaa", "aaaa", "aaaa");
  }

  @Test
  void startsNoLineWithClosingMarkAndEndsNoneWithOpeningOne() {
    for (int width = 40; width < 120; width += 7) {
      Setting setting =
          typesetter.set(plain("方法，「用于」保持页面。（版式）不变、的情况", "zh", frame(width, 8, Alignment.LEFT)));

      assertThat(lines(setting).values())
          .allSatisfy(line -> assertThat(line).doesNotContainPattern("^[，。」）、]|[「（]$"));
    }
  }

  @Test
  void fillsLinesOnGridToTheEdge() {
    Setting setting = typesetter.set(plain(HAN, "zh", frame(102, 3, Alignment.JUSTIFIED)));

    assertThat(lines(setting).get(100.0)).hasSize(10);
    assertThat(right(setting, 100)).isEqualTo(102, NEARLY);
  }

  @Test
  void letsLastMarkOfLineStandInItsBlankHalf() {
    Setting setting = typesetter.set(plain("一二三四五六七八九，一二", "zh", frame(95.5, 2, Alignment.LEFT)));

    assertThat(lines(setting).get(100.0)).isEqualTo("一二三四五六七八九，");
    assertThat(setting.scale()).isEqualTo(1);
  }

  @Test
  void partsHanFromLatinByGapWithoutSpace() {
    Setting setting = typesetter.set(plain("用Java写", "zh", frame(100, 1, Alignment.LEFT)));

    List<Placed> placed = setting.placed();
    assertThat(lines(setting).get(100.0)).isEqualTo("用Java写");
    assertThat(placed.get(1).x() - placed.get(0).right()).isEqualTo(1.25, NEARLY);
    assertThat(placed.get(2).x() - placed.get(1).right()).isEqualTo(1.25, NEARLY);
  }

  @Test
  void goesOnInNextFrame() {
    Frame first = frame(4 * column, 2, Alignment.LEFT);
    Frame second = frame(9 * column, 2, Alignment.LEFT);

    Setting setting = typesetter.set(mono("aaaa bbbb cccc dddd eeee ffff", first, second));

    assertThat(setting.placed().stream().map(Placed::frame).distinct()).containsExactly(0, 1);
    assertThat(
            setting.placed().stream()
                .filter(placed -> placed.frame() == 1)
                .map(placed -> ((Placed.Text) placed).text()))
        .containsExactly("cccc dddd", "eeee ffff");
  }

  @Test
  void leavesFrameEmptyThatNoWordIsLeftFor() {
    Frame first = frame(4 * column, 2, Alignment.LEFT);
    Frame second = frame(4 * column, 2, Alignment.LEFT);

    Setting setting = typesetter.set(mono("aaaa", first, second));

    assertThat(setting.placed()).extracting(Placed::frame).containsExactly(0);
    assertThat(setting.overflows()).isFalse();
  }

  @Test
  void sharesShortTextOutAmongFrames() {
    Frame first = frame(4 * column, 4, Alignment.LEFT);
    Frame second = frame(4 * column, 4, Alignment.LEFT);

    Setting setting = typesetter.set(mono("aaaa bbbb cccc dddd", first, second));

    assertThat(setting.placed().stream().map(Placed::frame)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void setsRightToLeftFromTheRightEdge() {
    Setting setting = typesetter.set(plain("שלום (12) עולם", "he", frame(100, 1, Alignment.LEFT)));

    assertThat(lines(setting).get(100.0)).isEqualTo("םלוע (12) םולש");
    assertThat(right(setting, 100)).isEqualTo(100, NEARLY);
  }

  @Test
  void joinsArabicLetters() {
    Setting setting = typesetter.set(plain("سلام", "ar", frame(100, 1, Alignment.LEFT)));

    assertThat(lines(setting).get(100.0)).isEqualTo("\uFEE1\uFEFC\uFEB3");
  }

  @Test
  void standsCharactersUprightInVerticalLines() {
    Frame frame = frame(100, 1, Alignment.LEFT);
    Frame vertical =
        new Frame(
            frame.box(), frame.rooms(), frame.baselines(), 10, 15, 0, Alignment.LEFT, true, false);

    List<Placed> placed = typesetter.set(plain("縦書きAB「", "ja", vertical)).placed();

    assertThat(placed)
        .extracting(piece -> ((Placed.Text) piece).text())
        .containsExactly("縦", "書", "き", "AB", "「");
    assertThat(placed)
        .extracting(piece -> ((Placed.Text) piece).turned())
        .containsExactly(true, true, true, false, false);
    assertThat(placed.get(1).x()).isEqualTo(10, NEARLY);
  }

  @Test
  void breaksNoLineBetweenDrawingAndComma() {
    Item.Inset drawing = new Item.Inset(1, column, 8, 2, -1);
    Passage passage =
        new Passage(
            List.of(new Item.Text("aaa ", MONO, -1), drawing, new Item.Text(", bbb", MONO, -1)),
            List.of(frame(5 * column, 3, Alignment.LEFT)),
            "en",
            1);

    List<Placed> placed = typesetter.set(passage).placed();

    assertThat(placed).extracting(Placed::y).containsExactly(100.0, 85.0, 85.0, 70.0);
    assertThat(placed.get(1)).isInstanceOf(Placed.Inset.class);
  }

  @Test
  void drawsNothingForCharactersThatOnlyTellHowToSet() {
    Setting setting =
        typesetter.set(plain("a\u200Bb\u2060c\u00ADd\u202Fe", "fr", frame(100, 1, Alignment.LEFT)));

    assertThat(lines(setting).get(100.0)).isEqualTo("abcd e");
  }
}
