package dev.yiben.glossary.exchange;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes glossaries for other tools.
 *
 * @param format what is written
 * @param part the part for formats that have one part in a file
 * @param source language of the terms, which TBX needs
 * @param target language of their translations, which TBX needs
 */
public record GlossaryExport(
    ExchangeFormat format, Part part, Optional<String> source, Optional<String> target) {

  /**
   * Writes a glossary.
   *
   * @return what the format cannot carry, one line for each kind
   * @throws GlossaryException if the format has no such part, or needs languages
   */
  public List<String> write(Glossary glossary, OutputStream out) throws IOException {
    Losses losses = new Losses();
    switch (format) {
      case YAML -> text(GlossaryYaml.of(glossary), out);
      case CSV -> {
        // Excel takes a file without the mark for one of the system's own encoding.
        text("\uFEFF" + columns(OwnGrids.of(glossary, part), ','), out);
      }
      case TSV -> text(columns(OwnGrids.of(glossary, part), '\t'), out);
      case XLSX -> XlsxWriter.write(OwnGrids.of(glossary), out);
      case TBX -> TbxWriter.write(plain(glossary, losses), language(source), language(target), out);
      case JSON -> text(json(objects(OwnGrids.of(glossary, part))), out);
      case MAP -> text(json(map(glossary, losses)), out);
      case LINGUAGACHA -> text(json(objects(ToolGrids.linguaGacha(glossary, part, losses))), out);
      case LINGUAGACHA_XLSX ->
          XlsxWriter.write(List.of(ToolGrids.linguaGacha(glossary, part, losses)), out);
      case AINIEE -> text(json(objects(ToolGrids.aiNiee(glossary, part, false, losses))), out);
      case AINIEE_XLSX ->
          XlsxWriter.write(List.of(ToolGrids.aiNiee(glossary, part, true, losses)), out);
    }
    List<String> lines = new ArrayList<>(losses.lines());
    if (!isWhole()) {
      lines.addAll(otherParts(glossary));
    }
    return lines;
  }

  private boolean isWhole() {
    return format == ExchangeFormat.YAML || format == ExchangeFormat.XLSX;
  }

  private List<String> otherParts(Glossary glossary) {
    boolean names =
        format == ExchangeFormat.LINGUAGACHA || format == ExchangeFormat.LINGUAGACHA_XLSX;
    boolean covered =
        part == Part.TERMS
            && (names || format == ExchangeFormat.TBX || format == ExchangeFormat.MAP);
    return OwnGrids.of(glossary).stream()
        .filter(grid -> !grid.rows().isEmpty() && !grid.name().equals(part.toString()))
        .filter(grid -> !covered || !grid.name().equals(Part.CHARACTERS.toString()))
        .map(grid -> "left out, since the file has " + part + " only: " + grid.name())
        .toList();
  }

  private String language(Optional<String> language) {
    return language.orElseThrow(
        () -> new GlossaryException("TBX names languages; say them with --from and --to"));
  }

  private static List<Term> plain(Glossary glossary, Losses losses) {
    List<Term> plain = new ArrayList<>();
    for (Term term : ToolGrids.withNames(glossary, losses)) {
      if (term.regex()) {
        losses.add("regular expressions are left out", term.source());
        continue;
      }
      if (term.caseSensitive()) {
        losses.add("that letter case must match is left out", term.source());
      }
      if (!term.wholeWord()) {
        losses.add("that it may stand within words is left out", term.source());
      }
      plain.add(term);
    }
    return plain;
  }

  private static Map<String, String> map(Glossary glossary, Losses losses) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Term term : ToolGrids.withNames(glossary, losses)) {
      if (term.regex()) {
        losses.add("regular expressions are left out", term.source());
      } else if (map.putIfAbsent(term.source(), term.target()) != null) {
        losses.add("a second term of the same source is left out", term.source());
      } else {
        ToolGrids.lose(term, losses);
        if (!term.note().isEmpty()) {
          losses.add("notes are left out", term.source());
        }
      }
    }
    return map;
  }

  private static List<Map<String, Object>> objects(Grid grid) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Object> row : grid.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        object.put(grid.header().get(i), row.get(i));
      }
      objects.add(object);
    }
    return objects;
  }

  private static String json(Object tree) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
            .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
    return JsonMapper.builder().build().writer().with(printer).writeValueAsString(tree) + "\n";
  }

  private static String columns(Grid grid, char separator) throws IOException {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(grid.header());
      printer.printRecords(grid.rows());
    }
    return text.toString();
  }

  private static void text(String text, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(text);
    writer.flush();
  }
}
