package dev.yiben.cli;

import dev.yiben.inference.models.CatalogueModel;
import dev.yiben.inference.models.ModelFit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A model and how it fits the machine.
 *
 * @param there whether its files are there
 * @param size bytes of its files
 * @param remedy options with which it fits better
 * @param lacksRuntime whether only a newer llama.cpp than is there can load it
 */
record FitRow(
    String name,
    boolean there,
    long size,
    Optional<CatalogueModel> entry,
    ModelFit fit,
    Optional<String> remedy,
    boolean lacksRuntime) {
  private static final int NAME_WIDTH = 26;

  static String title() {
    return String.format(
        Locale.ROOT,
        "%-" + NAME_WIDTH + "s %8s %8s %8s %8s  %s",
        "  model",
        "weights",
        "cache",
        "compute",
        "in all",
        "verdict");
  }

  /** Returns the row, at most 80 columns wide unless a GPU takes layers. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-" + NAME_WIDTH + "s %8s %8s %8s %8s  %s%s",
        Texts.shortened((there ? "* " : "  ") + Texts.printable(name), NAME_WIDTH),
        Sizes.text(fit.estimate().weights()),
        Sizes.text(fit.estimate().cache()),
        Sizes.text(fit.estimate().compute()),
        Sizes.text(fit.estimate().total()),
        verdict(fit.verdict()),
        fit.gpuLayers() > 0 ? ", --gpu-layers " + fit.gpuLayers() : "");
  }

  static String verdict(ModelFit.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  boolean fits() {
    return fit.verdict() == ModelFit.Verdict.FITS;
  }

  /** Returns whether it translates between many languages rather than one pair. */
  boolean isForManyLanguages() {
    return entry
        .filter(model -> model.languages().stream().noneMatch(name -> name.contains(">")))
        .isPresent();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("installed", there);
    json.put("weights", fit.estimate().weights());
    json.put("cache", fit.estimate().cache());
    json.put("compute", fit.estimate().compute());
    json.put("total", fit.estimate().total());
    json.put("gpuLayers", fit.gpuLayers());
    json.put("verdict", verdict(fit.verdict()));
    remedy.ifPresent(options -> json.put("fitsWith", options));
    json.put("needsRuntime", lacksRuntime);
    return json;
  }
}
