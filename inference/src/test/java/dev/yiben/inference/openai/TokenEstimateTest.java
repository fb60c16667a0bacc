package dev.yiben.inference.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {

  /** With the counts of OpenAI's o200k_base and cl100k_base, a large and an older vocabulary. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "The keeper climbed the stairs once more, and the lamp went out. Nobody in the village knew"
            + " why he had stayed so long on that rock. ; 29 ; 29",
        "Der Wärter stieg noch einmal die Treppe hinauf, und die Lampe erlosch. Niemand im Dorf"
            + " wusste, warum er so lange geblieben war. ; 33 ; 44",
        "Majakanvartija nousi vielä kerran portaita, ja lamppu sammui. Kukaan kylässä ei tiennyt,"
            + " miksi hän oli jäänyt. ; 32 ; 48",
        "Смотритель ещё раз поднялся по лестнице, и лампа погасла. Никто в деревне не знал, почему"
            + " он остался. ; 32 ; 51",
        "Ο φύλακας ανέβηκε άλλη μια φορά τις σκάλες και η λάμπα έσβησε. ; 27 ; 55",
        "看守人又一次爬上楼梯，灯灭了。村里没有人知道他为什么在那块礁石上待了那么久。 ; 34 ; 53",
        "看守人又一次爬上樓梯，燈滅了。村裡沒有人知道他為什麼在那塊礁石上待了那麼久。 ; 41 ; 64",
        "灯台守はもう一度階段を上り、ランプが消えた。なぜ彼がそんなに長く残ったのか、村の誰も知らなかった。" + " ; 41 ; 57",
        "등대지기는 다시 한번 계단을 올랐고 등불이 꺼졌다. 마을의 누구도 그가 왜 그렇게 오래 머물렀는지 몰랐다." + " ; 40 ; 65",
        "صعد الحارس الدرج مرة أخرى وانطفأ المصباح. لم يعرف أحد في القرية سبب بقائه. ; 24 ; 52",
        "रखवाला एक बार फिर सीढ़ियाँ चढ़ा और दीपक बुझ गया। गाँव में कोई नहीं जानता था कि वह क्यों रुका।"
            + " ; 32 ; 101",
        "12|⟦1⟧Chapter 3⟦/1⟧: 1,234.56 kg (2026-11-22) — “Well…” #42 & <b>x</b> ; 49 ; 45",
      })
  void staysCloseAboveTheTruth(String text, int large, int older) {
    int most = Math.max(large, older);

    assertThat(TokenEstimate.most(text)).isBetween(most * 9 / 10, most * 2);
    assertThat(TokenEstimate.least(text)).isBetween(1, Math.min(large, older) * 9 / 10);
  }

  @Test
  void nothingHasNoTokens() {
    assertThat(TokenEstimate.most("")).isZero();
    assertThat(TokenEstimate.least("")).isZero();
  }
}
