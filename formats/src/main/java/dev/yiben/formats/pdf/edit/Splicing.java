package dev.yiben.formats.pdf.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/**
 * Puts a content stream together again, of its own bytes and others.
 *
 * <p>New text goes behind the text object of the text that it replaces, for within it the text
 * state and the colours would have to be put back. There are two exceptions: within, if the text
 * object itself marks what its text is part of; before, if clipping or the coordinates are not the
 * same behind.
 */
final class Splicing {
  private final byte[] content;
  private final COSDictionary resources;
  private final List<byte[]> chunks = new ArrayList<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final List<Block> waiting = new ArrayList<>();
  private int copied;
  private int beforeText = -1;
  private int marksBeforeText;
  private boolean inText;
  private boolean moved;
  private boolean clips;

  /**
   * A marked-content sequence that is open.
   *
   * @param identified whether it has an identifier
   * @param chunk number of the chunk that begins it, if that changes with its text; else -1
   * @param stripped the chunk without what was said of the old text
   */
  private record Mark(boolean identified, int chunk, Tokens stripped) {}

  Splicing(byte[] content, COSDictionary resources) {
    this.content = content;
    this.resources = resources;
  }

  /** Returns whether nothing waits for what follows. */
  boolean isDone() {
    return waiting.isEmpty();
  }

  /** Lets a statement stay as it is. */
  void pass(Statements.Statement statement) {
    switch (statement.name()) {
      case "BT" -> {
        if (!waiting.isEmpty()) {
          chunks.set(beforeText, objects());
        }
        copy(statement.start());
        beforeText = chunks.size();
        chunks.add(new byte[0]);
        marksBeforeText = marks.size();
        inText = true;
        moved = false;
        clips = false;
      }
      case "ET" -> {
        endText(statement);
        inText = false;
      }
      case "q", "Q", "cm" -> moved |= inText;
      case "Tr" -> clips |= inText && isClip(statement.operands());
      case "BMC" -> marks.push(new Mark(false, -1, null));
      case "BDC" -> mark(statement);
      case "EMC" -> {
        if (!marks.isEmpty()) {
          marks.pop();
        }
        if (marks.size() < marksBeforeText) {
          marksBeforeText = marks.size();
          moved |= inText;
        }
      }
      default -> {}
    }
  }

  private static boolean isClip(List<COSBase> operands) {
    return !operands.isEmpty() && operands.get(0) instanceof COSNumber mode && mode.intValue() > 3;
  }

  private void mark(Statements.Statement statement) {
    List<COSBase> operands = statement.operands();
    if (operands.size() < 2 || !(operands.get(0) instanceof COSName tag)) {
      marks.push(new Mark(false, -1, null));
      return;
    }
    COSDictionary properties = properties(operands.get(1));
    boolean identified = properties != null && properties.containsKey(COSName.MCID);
    Tokens stripped = StaleText.without(tag, properties);
    if (stripped == null) {
      marks.push(new Mark(identified, -1, null));
      return;
    }
    copy(statement.start());
    marks.push(new Mark(identified, chunks.size(), stripped));
    copy(statement.end());
  }

  private COSDictionary properties(COSBase operand) {
    if (operand instanceof COSName name) {
      COSDictionary all = resources.getCOSDictionary(COSName.PROPERTIES);
      return all == null ? null : all.getCOSDictionary(name);
    }
    return operand instanceof COSDictionary properties ? properties : null;
  }

  /** Puts other bytes in the place of a statement that shows text. */
  void replace(Statements.Statement statement, byte[] other) {
    copy(statement.start());
    chunks.add(other);
    copied = Math.min(content.length, statement.end());
    for (Mark mark : marks) {
      if (mark.chunk >= 0) {
        chunks.set(mark.chunk, mark.stripped.bytes());
      }
    }
  }

  /**
   * Draws a block where a statement shows text.
   *
   * @param font names the font that the statement shows its text in
   */
  void add(Block block, Statements.Statement statement, Supplier<COSName> font) {
    boolean marked =
        marks.stream().limit(marks.size() - marksBeforeText).anyMatch(Mark::identified);
    if (inText && !marked && !moved) {
      waiting.add(block);
      return;
    }
    copy(statement.start());
    Tokens tokens = new Tokens();
    COSName known = block.where().place().state().font();
    block.writeWithin(known == null ? font.get() : known, tokens);
    chunks.add(tokens.bytes());
  }

  private void endText(Statements.Statement statement) {
    if (waiting.isEmpty()) {
      return;
    }
    byte[] objects = objects();
    if (moved || clips) {
      chunks.set(beforeText, objects);
    } else {
      copy(statement.end());
      chunks.add(objects);
    }
  }

  private byte[] objects() {
    Tokens tokens = new Tokens();
    waiting.forEach(block -> block.writeObject(tokens));
    waiting.clear();
    return tokens.bytes();
  }

  private void copy(int end) {
    int to = Math.min(end, content.length);
    if (to > copied) {
      chunks.add(Arrays.copyOfRange(content, copied, to));
      copied = to;
    }
  }

  /** Returns the content that has come of it. */
  byte[] finish() {
    copy(content.length);
    if (!waiting.isEmpty()) {
      chunks.set(beforeText, objects());
    }
    int length = chunks.stream().mapToInt(chunk -> chunk.length).sum();
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, whole, at, chunk.length);
      at += chunk.length;
    }
    return whole;
  }
}
