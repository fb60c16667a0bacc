package dev.yiben.formats.format.pptx;

import dev.yiben.formats.drawing.ListStyles;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the groups of a slide say of the shapes in them. */
final class Groups {
  /**
   * What all groups around a shape say of it.
   *
   * @param width by how much they change its width
   * @param height by how much they change its height
   */
  record Group(boolean isHidden, double width, double height) {
    private static final Group NONE = new Group(false, 1, 1);
  }

  private final Map<Integer, Group> known = new HashMap<>();

  /** Returns what the elements around one say of it. */
  Group around(XmlElement element) {
    Optional<XmlElement> parent = element.parent();
    if (parent.isEmpty()) {
      return Group.NONE;
    }
    Group group = known.get(parent.get().start());
    if (group == null) {
      group = of(parent.get(), around(parent.get()));
      known.put(parent.get().start(), group);
    }
    return group;
  }

  private static Group of(XmlElement element, Group outer) {
    if (!element.is(Namespaces.SLIDE, "grpSp")) {
      return outer;
    }
    Optional<XmlElement> frame =
        element
            .child(Namespaces.SLIDE, "grpSpPr")
            .flatMap(properties -> properties.child(Namespaces.DRAWING, "xfrm"));
    return new Group(
        outer.isHidden() || isHidden(element),
        outer.width() * scale(frame, "cx"),
        outer.height() * scale(frame, "cy"));
  }

  private static double scale(Optional<XmlElement> frame, String side) {
    double shown = Emu.of(size(frame, "ext", side), 0);
    double own = Emu.of(size(frame, "chExt", side), 0);
    return shown > 0 && own > 0 ? shown / own : 1;
  }

  private static Optional<String> size(Optional<XmlElement> frame, String name, String side) {
    return frame.flatMap(f -> f.child(Namespaces.DRAWING, name)).map(size -> size.value(side));
  }

  /** Returns whether a shape or group is hidden itself. */
  static boolean isHidden(XmlElement shape) {
    return nonvisual(shape)
        .filter(properties -> ListStyles.isTrue(properties.value("hidden")))
        .isPresent();
  }

  /** Returns what is known of a shape besides its looks. */
  static Optional<XmlElement> nonvisual(XmlElement shape) {
    return shape.children().stream()
        .filter(child -> child.local().startsWith("nv"))
        .flatMap(child -> child.child(Namespaces.SLIDE, "cNvPr").stream())
        .findFirst();
  }
}
