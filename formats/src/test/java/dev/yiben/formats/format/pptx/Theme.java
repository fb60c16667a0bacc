package dev.yiben.formats.format.pptx;

/** The smallest theme that programs take. */
final class Theme {
  static final String XML =
      """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Plain">\
      <a:themeElements><a:clrScheme name="Plain"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1>\
      <a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="222222"/></a:dk2><a:lt2>\
      <a:srgbClr val="EEEEEE"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2>\
      <a:srgbClr val="ED7D31"/></a:accent2><a:accent3><a:srgbClr val="A5A5A5"/></a:accent3>\
      <a:accent4><a:srgbClr val="FFC000"/></a:accent4><a:accent5><a:srgbClr val="5B9BD5"/>\
      </a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6><a:hlink>\
      <a:srgbClr val="0563C1"/></a:hlink><a:folHlink><a:srgbClr val="954F72"/></a:folHlink>\
      </a:clrScheme><a:fontScheme name="Plain"><a:majorFont><a:latin typeface="DejaVu Sans"/>\
      <a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont>\
      <a:latin typeface="DejaVu Sans"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>\
      </a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst><a:solidFill>\
      <a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
      <a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln>\
      <a:noFill/></a:ln><a:ln><a:noFill/></a:ln><a:ln><a:noFill/></a:ln></a:lnStyleLst>\
      <a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/>\
      </a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>\
      <a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill>\
      <a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>\
      </a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>""";

  private Theme() {}
}
