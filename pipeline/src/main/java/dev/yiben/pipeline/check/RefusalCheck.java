package dev.yiben.pipeline.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code GEN-004}: the target is a translation, not the excuse of a model that will not or cannot
 * translate.
 *
 * <p>A source that itself speaks of such things, or that apologises, is let pass.
 */
final class RefusalCheck implements QaCheck {
  private static final CheckRule RULE =
      CheckRule.error("GEN-004", "a refusal or remark of the model in place of a translation");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** What only a model says of itself or of its task. */
  private static final Pattern MODEL =
      Pattern.compile(
          "\\bas an? (?:ai|artificial intelligence|(?:large )?language model)\\b"
              + "|\\bi(?:'|’)?(?: a)?m (?:just )?an? (?:ai|language model)\\b"
              + "|\\bi (?:can ?not|can(?:'|’)t|am unable to|won(?:'|’)t) (?:translate|provide a"
              + " translation|fulfil|comply|assist with (?:this|that)|help with (?:this|that) request)"
              + "|作为(?:一个|一款|一名)?(?:ai|人工智能|(?:大型?)?语言模型)|我是一个?(?:ai|人工智能|语言模型)"
              + "|(?:无法|不能|不便)(?:提供|进行|完成)(?:此|该|这段|这个|您的)?(?:内容的)?翻译|(?:無法|不能)(?:提供|進行)翻譯"
              + "|無法翻譯|无法翻译(?:此|该|这|您)|作為(?:一個)?(?:ai|人工智慧)"
              + "|(?:ai|人工知能|言語モデル)(?:アシスタント)?として|(?:この|その)?(?:文章|テキスト|内容|リクエスト|ご要望)"
              + "(?:を|の|は|には)(?:翻訳|お応え|対応)(?:することが)?でき(?:ません|かねます)"
              + "|(?:ai|인공지능|언어 모델)(?:로서|이므로|이기 때문에)|번역(?:을 제공)?할 수 없습니다"
              + "|en tant qu(?:'|’)(?:ia|intelligence artificielle)|en tant que modèle de langage"
              + "|je ne peux pas traduire|als (?:ki|sprachmodell|künstliche intelligenz)\\b"
              + "|ich kann (?:diesen|den) text nicht übersetzen|como (?:una )?(?:ia|inteligencia"
              + " artificial|modelo de lenguaje)|no puedo (?:traducir|proporcionar una traducción)"
              + "|como (?:um modelo de linguagem|uma ia)|não posso traduzir|come (?:ia|modello"
              + " linguistico)|non posso tradurre|как (?:ии|языковая модель|искусственный интеллект)"
              + "|не могу (?:перевести этот|предоставить перевод)",
          FLAGS);

  /** What a model begins an excuse with, and people as well. */
  private static final Pattern EXCUSE =
      Pattern.compile(
          "^(?:(?:i(?:'|’)m|i am) (?:very )?sorry,? (?:but )?i (?:can(?:'|’)t|cannot|am (?:not able|unable))"
              + "|sorry, (?:but )?i (?:can(?:'|’)t|cannot)|i (?:cannot|can(?:'|’)t) (?:assist|help you) with"
              + "|i apologi[sz]e, but|(?:很|非常)?抱歉[，,]?(?:但)?我(?:无法|不能)|对不起[，,]?(?:但)?我(?:无法|不能)"
              + "|(?:申し訳(?:ありません|ございません)|すみません)(?:が|、).{0,30}(?:できません|できかねます)"
              + "|죄송(?:합니다|하지만).{0,30}수 없습니다|je suis désolée?,? (?:mais )?je ne peux"
              + "|es tut mir leid, (?:aber )?ich kann|lo siento,? (?:pero )?no puedo"
              + "|(?:desculpe|sinto muito),? (?:mas )?não posso|mi dispiace,? (?:ma )?non posso"
              + "|(?:извините|простите|к сожалению),? (?:но )?я не могу)",
          FLAGS);

  /** What a source speaks of whose right translation may look like that. */
  private static final Pattern TOPIC =
      Pattern.compile(
          "\\b(?:a\\.?i|i\\.?a|ki|ии)\\b|artificial|artific|inteligen|intelligen|translat|language model"
              + "|künstlich|sprachmodell|übersetz|tradu|langage|lenguaje|linguagem|linguistic|перев[оеё]"
              + "|искусств|модел|人工|智能|智慧|知能|言語モデル|模型|翻[译譯訳]|인공|언어|번역|ＡＩ|エーアイ"
              + "|robot|机器|機械|ロボット|로봇",
          FLAGS);

  /** How people apologise and say that they cannot, in the languages that are known here. */
  private static final Pattern APOLOGY =
      Pattern.compile(
          "sorry|apolog|pardon|excuse|forgive|regret|can(?:'|’)?t|cannot|can not|unable|not able|afraid"
              + "|抱歉|对不起|對不起|不好意思|不能|无法|無法|遗憾|遺憾|没办法|申し訳|すみません|すいません|ごめん|すまん"
              + "|済みません|悪い|わるい|失礼|恐れ入り|でき(?:ない|ません|かね|ぬ)|出来(?:ない|ません)|無理|죄송|미안|수 없"
              + "|désol|excus|pardon|peux pas|leid|entschuldig|verzeih|kann nicht|siento|perd[oó]n"
              + "|disculp|puedo|desculp|lament|posso|dispiac|scus|извин|прост|сожален|могу",
          FLAGS);

  @Override
  public CheckRule rule() {
    return RULE;
  }

  @Override
  public List<String> check(CheckedSegment segment) {
    String target = segment.target().plainText().strip();
    String source = segment.segment().source().plainText();
    boolean refuses =
        (MODEL.matcher(target).find() && !TOPIC.matcher(source).find())
            || (EXCUSE.matcher(target).find() && !APOLOGY.matcher(source).find());
    return refuses ? List.of("it must be translated, not refused or remarked upon") : List.of();
  }
}
