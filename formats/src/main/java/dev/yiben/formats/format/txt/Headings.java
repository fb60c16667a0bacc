package dev.yiben.formats.format.txt;

import java.util.regex.Pattern;

/** Tells headings from other short lines, by words and by capitals. */
final class Headings {
  private static final int LONGEST = 80;

  private static final Pattern CHAPTER =
      Pattern.compile(
          "[\\p{P}\\p{S}\\s]{0,6}+(?:"
              // A word and a number: Chapter 1, CHAPTER IV. The Lamp, Chapter the First.
              + "(?:chapter|book|part|canto|act|volume|stave|letter)\\s++(?:the\\s++)?"
              + "(?:\\d{1,4}|(?-i:[IVXLCDM]{1,8})|(?:one|two|three|four|five|six|seven|eight|nine|ten"
              + "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
              + "|thirty|forty|fifty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
              + "|last)(?:-\\p{L}{3,7})?)(?:\\s*+[.:：–—-].{0,60}+|\\s*+)"
              + "|(?:kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|rozdział|kapitola|kapittel|глава"
              + "|розділ)\\s++(?:\\d{1,4}|(?-i:[IVXLCDM]{1,8})|\\p{L}{3,14})(?:\\s*+[.:–—-].{0,60}+|\\s*+)"
              // A number and the word: Erstes Kapitel, 3. Kapitel.
              + "|(?:\\p{L}{3,14}|\\d{1,3}\\.)\\s++(?:kapitel|глава|розділ)\\s*+"
              // The word alone.
              + "|(?:prologue?|epilogue?|preface|foreword|afterword|interlude|introduction|prolog"
              + "|epilog|vorwort|nachwort|préface|prólogo|epílogo|prologo|пролог|эпилог"
              + "|предисловие)(?:\\s*+[.:：–—-].{0,60}+|\\s*+)"
              // Chinese and Japanese.
              + "|第\\s?[0-9０-９〇零一二三四五六七八九十百千两兩]{1,9}\\s?[章回节節卷部集篇話话幕折場场]"
              + "(?:[\\s　：:、.．·—―-].{0,40}+|[^，。！？,!?]{0,20}+)"
              + "|(?:楔子|序章|序言|序|前言|引子|尾声|尾聲|终章|終章|后记|後記|番外|プロローグ|エピローグ"
              + "|はじめに|おわりに|あとがき|幕間)(?:[\\s　：:、·—―-].{0,40}+|[0-9一二三四五六七八九十]{0,3}+)"
              // Korean.
              + "|제\\s?\\d{1,4}\\s?[장화부편회](?:[\\s.:-].{0,40}+)?|\\d{1,4}\\s?화"
              + "|(?:프롤로그|에필로그)(?:[\\s.:-].{0,40}+)?"
              // A Roman number alone.
              + "|(?-i:[IVXLC]{1,7}\\.?)"
              + ")[\\p{P}\\p{S}\\s]{0,4}+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Headings() {}

  /** Returns whether a line begins a chapter. */
  static boolean isChapter(String line) {
    return line.length() <= LONGEST && CHAPTER.matcher(line).matches();
  }

  /** Returns whether a line is short and all in capitals. */
  static boolean isCapitals(String line) {
    return line.length() <= LONGEST
        && line.codePoints().filter(Character::isUpperCase).count() > 1
        && line.codePoints().noneMatch(Character::isLowerCase);
  }
}
