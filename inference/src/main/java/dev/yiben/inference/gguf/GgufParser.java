package dev.yiben.inference.gguf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a header from start to end, keeping scalar values and control tokens only.
 *
 * <p>The file is hostile: all counts and sizes are bounded, arrays are skipped, and nothing is
 * allocated by a number that the file has not the bytes for.
 */
final class GgufParser {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int MAX_KEYS = 1 << 14;
  private static final int MAX_TENSORS = 1 << 16;
  private static final int MAX_NAME = 1 << 10;
  private static final int MAX_TEXT = 1 << 22;
  private static final int MAX_TEXT_IN_ALL = 1 << 25;
  private static final int MAX_ARRAY = 1 << 24;
  private static final int MAX_VOCABULARY = 1 << 20;
  private static final int MAX_CONTROL_TOKENS = 1 << 13;
  private static final int MAX_ALIGNMENT = 1 << 16;
  private static final int MAX_DIMENSIONS = 4;
  private static final int CONTROL = 3;

  private final Path file;
  private final GgufInput in;
  private final Map<String, Object> metadata = new HashMap<>();
  private final Map<String, StoredArray> arrays = new HashMap<>();
  private int textKept;

  /** An array that was passed over: its element type, count and place. */
  private record StoredArray(int type, int count, long position) {}

  private GgufParser(Path file, GgufInput in) {
    this.file = file;
    this.in = in;
  }

  /** Something to do with a parser while its file is open. */
  private interface Reading<T> {
    T read(GgufParser parser) throws IOException;
  }

  static GgufHeader parse(Path file) {
    return parse(file, GgufParser::parse);
  }

  static Vocabulary vocabulary(Path file) {
    return parse(file, parser -> new Vocabulary(parser.parse(), parser.tokenHashes()));
  }

  private static <T> T parse(Path file, Reading<T> reading) {
    if (Files.isDirectory(file)) {
      throw new GgufException(file, "is a folder; give the .gguf file of a model");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return reading.read(new GgufParser(file, new GgufInput(file, channel)));
    } catch (NoSuchFileException e) {
      throw new GgufException(file, "there is no such model file", e);
    } catch (IOException e) {
      throw new GgufException(file, "the model file cannot be read: " + e.getMessage(), e);
    }
  }

  private GgufHeader parse() throws IOException {
    if (in.size() < 4 || in.readInt() != MAGIC) {
      throw new GgufException(file, "is not a GGUF model file; give the .gguf file of a model");
    }
    int version = in.readInt();
    if (version != 2 && version != 3) {
      throw new GgufException(
          file,
          (version & 0xffff) == 0
              ? "is a big-endian GGUF file; get the little-endian one"
              : "is GGUF version " + version + "; versions 2 and 3 can be read, get a newer file");
    }
    int tensors = in.readCount(MAX_TENSORS, "tensors");
    int keys = in.readCount(MAX_KEYS, "metadata keys");
    for (int i = 0; i < keys; i++) {
      readEntry();
    }
    long dataEnd = readTensors(tensors);
    long dataStart = align(in.position());
    if (tensors > 0 && dataEnd > in.size() - dataStart) {
      throw new GgufException(
          file,
          "the file is cut off: it has "
              + in.size()
              + " bytes and needs "
              + (dataStart + dataEnd)
              + " (an interrupted download?); get it again");
    }
    return new GgufHeader(file, in.size(), dataStart, metadata, vocabularySize(), controlTokens());
  }

  private int vocabularySize() {
    StoredArray tokens = arrays.get("tokenizer.ggml.tokens");
    return tokens == null ? 0 : tokens.count();
  }

  private void readEntry() throws IOException {
    String key = in.readString(MAX_NAME, "a metadata key");
    int type = in.readInt();
    if (type == ValueType.ARRAY) {
      int elementType = in.readInt();
      int count = in.readCount(MAX_ARRAY, "elements of " + key);
      arrays.put(key, new StoredArray(elementType, count, in.position()));
      skipElements(key, elementType, count);
      return;
    }
    Object value = readScalar(key, type);
    if (metadata.put(key, value) != null) {
      throw broken("the key " + key + " is there twice");
    }
  }

  private Object readScalar(String key, int type) throws IOException {
    return switch (type) {
      case ValueType.UINT8 -> in.readByte() & 0xffL;
      case ValueType.INT8 -> (long) in.readByte();
      case ValueType.UINT16 -> in.readShort() & 0xffffL;
      case ValueType.INT16 -> (long) in.readShort();
      case ValueType.UINT32 -> in.readInt() & 0xffffffffL;
      case ValueType.INT32 -> (long) in.readInt();
      case ValueType.UINT64, ValueType.INT64 -> in.readLong();
      case ValueType.FLOAT32 -> (double) in.readFloat();
      case ValueType.FLOAT64 -> in.readDouble();
      case ValueType.BOOL -> in.readByte() != 0;
      case ValueType.STRING -> {
        String text = in.readString(MAX_TEXT, key);
        textKept += text.length();
        if (textKept > MAX_TEXT_IN_ALL) {
          throw broken("its texts take more than " + MAX_TEXT_IN_ALL + " characters");
        }
        yield text;
      }
      default -> throw broken("the key " + key + " has the unknown type " + type);
    };
  }

  private void skipElements(String key, int type, int count) throws IOException {
    if (type == ValueType.STRING) {
      for (int i = 0; i < count; i++) {
        in.skipString(MAX_TEXT, key);
      }
      return;
    }
    int size = ValueType.size(type);
    if (size == 0) {
      throw broken("the key " + key + " is an array of the unknown type " + type);
    }
    in.skip((long) size * count);
  }

  /** Returns the offset behind the last tensor, counted from the start of the tensors. */
  private long readTensors(int count) throws IOException {
    long end = 0;
    for (int i = 0; i < count; i++) {
      String name = in.readString(MAX_NAME, "a tensor name");
      int dimensions = in.readInt();
      if (dimensions < 0 || dimensions > MAX_DIMENSIONS) {
        throw broken("the tensor " + name + " has " + dimensions + " dimensions");
      }
      try {
        long elements = 1;
        for (int d = 0; d < dimensions; d++) {
          long length = in.readLong();
          if (length < 0) {
            throw new ArithmeticException("Negative length");
          }
          elements = Math.multiplyExact(elements, length);
        }
        int typeId = in.readInt();
        TensorType type =
            TensorType.of(typeId)
                .orElseThrow(
                    () ->
                        GgufException.newer(
                            file,
                            "the tensor "
                                + name
                                + " is stored in type "
                                + typeId
                                + ", which is newer than the embedded llama.cpp; choose another"
                                + " quantisation, such as Q4_K_M"));
        long offset = in.readLong();
        if (offset < 0) {
          throw new ArithmeticException("Negative offset");
        }
        end = Math.max(end, Math.addExact(offset, type.bytes(elements)));
      } catch (ArithmeticException e) {
        throw broken("the size of the tensor " + name + " makes no sense");
      }
    }
    if (end > Long.MAX_VALUE / 2) {
      throw broken("its tensors end beyond any file");
    }
    return end;
  }

  private long align(long position) {
    long alignment =
        metadata.get("general.alignment") instanceof Long given ? given : Long.valueOf(32);
    if (alignment < 1 || alignment > MAX_ALIGNMENT || Long.bitCount(alignment) != 1) {
      throw broken("the alignment " + alignment + " makes no sense");
    }
    return (position + alignment - 1) / alignment * alignment;
  }

  private List<Integer> tokenHashes() throws IOException {
    StoredArray tokens = arrays.get("tokenizer.ggml.tokens");
    if (tokens == null || tokens.type() != ValueType.STRING || tokens.count() > MAX_VOCABULARY) {
      return List.of();
    }
    List<Integer> hashes = new ArrayList<>(tokens.count());
    in.position(tokens.position());
    for (int id = 0; id < tokens.count(); id++) {
      hashes.add(in.readString(MAX_TEXT, "a token").hashCode());
    }
    return hashes;
  }

  /** Returns the texts of the tokens that are typed as control or named as an end of turn. */
  private Set<String> controlTokens() throws IOException {
    StoredArray tokens = arrays.get("tokenizer.ggml.tokens");
    if (tokens == null || tokens.type() != ValueType.STRING) {
      return Set.of();
    }
    Set<Integer> ids = controlIds(tokens.count());
    Set<String> texts = new HashSet<>();
    in.position(tokens.position());
    for (int id = 0; id < tokens.count() && !ids.isEmpty(); id++) {
      if (ids.remove(id)) {
        String text = in.readString(MAX_TEXT, "a token");
        if (!text.isEmpty() && text.length() <= MAX_NAME) {
          texts.add(text);
        }
      } else {
        in.skipString(MAX_TEXT, "a token");
      }
    }
    return texts;
  }

  private Set<Integer> controlIds(int tokenCount) throws IOException {
    Set<Integer> ids = new TreeSet<>();
    for (String name : Set.of("bos", "eos", "eot", "eom", "fim_pad", "fim_rep", "fim_sep")) {
      OptionalLong id =
          metadata.get("tokenizer.ggml." + name + "_token_id") instanceof Long given
              ? OptionalLong.of(given)
              : OptionalLong.empty();
      if (id.isPresent() && id.getAsLong() >= 0 && id.getAsLong() < tokenCount) {
        ids.add((int) id.getAsLong());
      }
    }
    StoredArray types = arrays.get("tokenizer.ggml.token_type");
    if (types == null || ValueType.size(types.type()) != 4) {
      return ids;
    }
    in.position(types.position());
    for (int id = 0; id < types.count() && id < tokenCount; id++) {
      if (in.readInt() == CONTROL && ids.size() < MAX_CONTROL_TOKENS) {
        ids.add(id);
      }
    }
    return ids;
  }

  private GgufException broken(String problem) {
    return new GgufException(
        file, "broken header: " + problem + "; get the file again or choose another model");
  }
}
