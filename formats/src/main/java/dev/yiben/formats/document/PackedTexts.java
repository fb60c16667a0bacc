package dev.yiben.formats.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Keeps the texts of a large document in little memory: neighbours are packed together, and
 * unpacked when one of them is asked for, for as long as there is room.
 */
public final class PackedTexts {
  private static final int BLOCK_CHARACTERS = 1 << 16;

  /** As many characters of a string as {@link DataOutputStream#writeUTF} takes at once. */
  private static final int PIECE_CHARACTERS = 0xFFFF / 3;

  private final byte[] packed;
  private volatile SoftReference<List<List<Inline>>> unpacked = new SoftReference<>(null);

  private PackedTexts(byte[] packed) {
    this.packed = packed;
  }

  /** Returns texts equal to those given, in their order, that take less memory. */
  public static List<CodedText> pack(List<CodedText> texts) {
    List<CodedText> all = new ArrayList<>(texts.size());
    int start = 0;
    long characters = 0;
    for (int i = 0; i < texts.size(); i++) {
      characters += size(texts.get(i));
      if (characters >= BLOCK_CHARACTERS || i + 1 == texts.size()) {
        addBlock(texts.subList(start, i + 1), all);
        start = i + 1;
        characters = 0;
      }
    }
    return all;
  }

  /** Returns segments equal to those given, in their order, whose sources take less memory. */
  public static List<Segment> packSources(List<Segment> segments) {
    List<CodedText> sources = pack(segments.stream().map(Segment::source).toList());
    List<Segment> all = new ArrayList<>(segments.size());
    for (int i = 0; i < segments.size(); i++) {
      all.add(segments.get(i).with(sources.get(i)));
    }
    return all;
  }

  private static long size(CodedText text) {
    long size = 0;
    for (Inline inline : text.content()) {
      size += inline instanceof TextRun run ? run.text().length() : original(inline).length();
    }
    return size;
  }

  private static String original(Inline inline) {
    return ((InlineCode) inline).original();
  }

  private static void addBlock(List<CodedText> texts, List<CodedText> all) {
    PackedTexts block = new PackedTexts(packed(texts));
    for (int i = 0; i < texts.size(); i++) {
      all.add(CodedText.ofPacked(new PackedContent(block, i)));
    }
  }

  private static byte[] packed(List<CodedText> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 8192))) {
      out.writeInt(texts.size());
      for (CodedText text : texts) {
        List<Inline> content = text.content();
        out.writeInt(content.size());
        for (Inline inline : content) {
          write(inline, out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can fail in memory", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void write(Inline inline, DataOutputStream out) throws IOException {
    if (inline instanceof InlineCode code) {
      out.writeInt(code.number());
      out.writeUTF(code.kind().name());
      write(code.original(), out);
      write(code.text(), out);
    } else {
      out.writeInt(0);
      write(((TextRun) inline).text(), out);
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    for (int start = 0; start < text.length(); start += PIECE_CHARACTERS) {
      out.writeUTF(text.substring(start, Math.min(text.length(), start + PIECE_CHARACTERS)));
    }
  }

  private List<Inline> text(int index) {
    List<List<Inline>> texts = unpacked.get();
    if (texts == null) {
      texts = unpack();
      unpacked = new SoftReference<>(texts);
    }
    return texts.get(index);
  }

  private List<List<Inline>> unpack() {
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true), 8192))) {
      int count = in.readInt();
      List<List<Inline>> texts = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        Inline[] content = new Inline[in.readInt()];
        for (int j = 0; j < content.length; j++) {
          content[j] = readInline(in);
        }
        texts.add(List.of(content));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing can fail in memory", e);
    }
  }

  private static Inline readInline(DataInputStream in) throws IOException {
    int number = in.readInt();
    if (number == 0) {
      return new TextRun(readString(in));
    }
    InlineCode.Kind kind = InlineCode.Kind.valueOf(in.readUTF());
    return new InlineCode(number, kind, readString(in), readString(in));
  }

  private static String readString(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length <= PIECE_CHARACTERS) {
      return length == 0 ? "" : in.readUTF();
    }
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(in.readUTF());
    }
    return text.toString();
  }

  /** The content of one of the texts. */
  private static final class PackedContent extends AbstractList<Inline> {
    private final PackedTexts block;
    private final int index;

    PackedContent(PackedTexts block, int index) {
      this.block = block;
      this.index = index;
    }

    @Override
    public Inline get(int i) {
      return block.text(index).get(i);
    }

    @Override
    public int size() {
      return block.text(index).size();
    }

    @Override
    public Iterator<Inline> iterator() {
      return block.text(index).iterator();
    }
  }
}
