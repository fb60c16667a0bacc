package dev.yiben.cli;

import dev.yiben.inference.gguf.ContextShape;
import dev.yiben.inference.gguf.GgufHeader;
import dev.yiben.inference.gguf.KvCacheType;
import dev.yiben.inference.gguf.ModelShape;
import dev.yiben.inference.machine.GraphicsCard;
import dev.yiben.inference.machine.Machine;
import dev.yiben.inference.models.Catalogue;
import dev.yiben.inference.models.InstalledModel;
import dev.yiben.inference.models.ModelFit;
import dev.yiben.inference.models.ModelFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges models by one wish.
 *
 * @param contextLength tokens of each slot; 0 for what is usual
 * @param slots requests at once
 * @param cards graphics processors that models may use
 * @param lacksRuntime whether an architecture needs a newer llama.cpp than is there
 */
record FitRows(
    int contextLength,
    int slots,
    KvCacheType keys,
    KvCacheType values,
    Machine machine,
    List<GraphicsCard> cards,
    Predicate<String> lacksRuntime) {
  private static final int USUAL_WINDOW = 8192;
  private static final int SMALL_WINDOW = 4096;

  /** Returns the models of the folder, then those of the catalogue that are not there. */
  List<FitRow> all(ModelFolder folder, Catalogue catalogue) {
    List<FitRow> rows = new ArrayList<>();
    for (InstalledModel there : folder.models()) {
      rows.add(of(ModelReference.of(there, catalogue)));
    }
    List<String> names = rows.stream().map(FitRow::name).toList();
    catalogue.models().stream()
        .flatMap(model -> model.files().stream().map(file -> new Catalogue.Entry(model, file)))
        .map(entry -> of(new ModelReference(Optional.empty(), 0, Optional.of(entry))))
        .filter(row -> !names.contains(row.name()))
        .forEach(rows::add);
    return rows;
  }

  FitRow of(ModelReference model) {
    Optional<Catalogue.Entry> entry = model.entry();
    Optional<GgufHeader> header = model.file().map(GgufHeader::read);
    ModelShape shape =
        header.map(ModelShape::of).orElseGet(() -> entry.orElseThrow().model().shape());
    String architecture =
        header
            .map(GgufHeader::architecture)
            .orElseGet(() -> entry.orElseThrow().model().architecture());
    long size = model.file().isPresent() ? model.size() : entry.orElseThrow().file().size();
    String name =
        entry
            .map(e -> e.model().name() + ":" + e.file().quantisation())
            .orElseGet(() -> String.valueOf(model.file().orElseThrow().getFileName()));
    ModelFit fit = fit(shape, size, context(window(shape), slots, keys, values));
    return new FitRow(
        name,
        model.file().isPresent(),
        size,
        entry.map(Catalogue.Entry::model),
        fit,
        fit.verdict() == ModelFit.Verdict.FITS ? Optional.empty() : remedy(shape, size),
        lacksRuntime.test(architecture));
  }

  private ModelFit fit(ModelShape shape, long size, ContextShape context) {
    return ModelFit.of(shape, size, context, machine, cards);
  }

  private long window(ModelShape shape) {
    long trained = shape.context() > 0 ? shape.context() : USUAL_WINDOW;
    return contextLength > 0 ? contextLength : Math.min(USUAL_WINDOW, trained);
  }

  private static ContextShape context(
      long window, int slots, KvCacheType keys, KvCacheType values) {
    return new ContextShape(
        Math.multiplyExact(window, (long) slots),
        slots,
        keys,
        values,
        ContextShape.USUAL_MICRO_BATCH,
        values.quantised());
  }

  /** Tries what takes less, the least harmful first. */
  private Optional<String> remedy(ModelShape shape, long size) {
    long window = window(shape);
    long small = Math.min(window, SMALL_WINDOW);
    String smallWindow = "--jobs 1 --context-length " + small;
    KvCacheType half = KvCacheType.Q8_0;
    Map<String, ContextShape> choices = new LinkedHashMap<>();
    choices.put("--jobs 1", context(window, 1, keys, values));
    choices.put("--jobs 1 --cache-type-k q8_0", context(window, 1, half, values));
    choices.put(smallWindow, context(small, 1, keys, values));
    choices.put(
        smallWindow + " --cache-type-k q8_0 --cache-type-v q8_0", context(small, 1, half, half));
    return choices.entrySet().stream()
        .filter(choice -> fit(shape, size, choice.getValue()).verdict() == ModelFit.Verdict.FITS)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
