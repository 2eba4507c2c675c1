package assets

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestWordsOfUnknownLanguage(t *testing.T) {
	if _, err := Words("fr"); err == nil || err.Error() != `no words for language "fr"; known: en, zh` {
		t.Errorf("got %v", err)
	}
}

// Both languages say the same things with the same figures. Only the words for
// large numbers differ: thousands here, 万 there.
func TestLanguagesMatch(t *testing.T) {
	en, zh := read(t, "en"), read(t, "zh")
	for _, pair := range [][2]*Lexicon{{en, zh}, {zh, en}} {
		for _, key := range pair[0].Keys() {
			if !strings.HasPrefix(key, "scale.") && !pair[1].Has(key) {
				t.Errorf("%s is in %s only", key, pair[0].Lang)
			}
		}
	}
	for _, key := range en.Keys() {
		if a, b := en.Placeholders(key), zh.Placeholders(key); zh.Has(key) && !slices.Equal(a, b) {
			t.Errorf("%s: English fills %v, Chinese %v", key, a, b)
		}
	}
}

func read(t *testing.T, lang string) *Lexicon {
	t.Helper()
	lex, err := Words(lang)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// plain is the text of a pattern with its gaps empty.
func plain(p pattern) string {
	var b strings.Builder
	for _, part := range p {
		b.WriteString(part.text + part.one + part.many)
	}
	return b.String()
}

// Chinese is set in Chinese type, English holds none of it.
func TestTypography(t *testing.T) {
	zh, en := read(t, "zh"), read(t, "en")
	for _, key := range zh.Keys() {
		last := rune(0)
		for _, r := range plain(zh.patterns[key]) {
			if unicode.Is(unicode.Han, last) && strings.ContainsRune(",;:!?()", r) {
				t.Errorf("zh %s: %q follows a Chinese character; use the full-width sign", key, r)
			}
			last = r
		}
	}
	for _, key := range en.Keys() {
		for _, r := range plain(en.patterns[key]) {
			if isChinese(r) && key != "window.top.language" { // which names the other language
				t.Errorf("en %s: %q is not English", key, r)
			}
		}
	}
	for _, lex := range []*Lexicon{en, zh} {
		for _, key := range lex.Keys() {
			text, stop := plain(lex.patterns[key]), map[string]string{"en": ".", "zh": "。"}[lex.Lang]
			sentence := strings.HasPrefix(key, "event.") || strings.HasPrefix(key, "refusal.") || strings.HasSuffix(key, ".help") && !strings.HasPrefix(key, "window.")
			if sentence && !strings.HasSuffix(text, stop) {
				t.Errorf("%s %s: the sentence has no full stop", lex.Lang, key)
			}
		}
	}
}

// One term, one word: what the left lists is called something else here.
func TestOneTermOneWord(t *testing.T) {
	banned := map[string]map[string]string{
		"en": {"data center": "data centre", "datacenter": "data centre", "accelerator": "chip", "lessor": "landlord", "GPU": "H100e", "various factors": "the factors themselves"},
		"zh": {"显卡": "芯片", "加速卡": "芯片", "机房": "数据中心", "房东": "出租方", "承租": "租户", "智算": "算力", "收益": "营收", "命令": "指令", "订单积压": "在手订单", "您": "（不用称谓）", "你": "（不用称谓）"},
	}
	for lang, words := range banned {
		lex := read(t, lang)
		for _, key := range lex.Keys() {
			for bad, good := range words {
				if strings.Contains(plain(lex.patterns[key]), bad) {
					t.Errorf("%s %s: %q should be %s", lang, key, bad, good)
				}
			}
		}
	}
}

func TestSpacing(t *testing.T) {
	for in, want := range map[string]string{
		"流明向Harbour租用H100e":   "流明向 Harbour 租用 H100e",
		"占35%的算力，10%。":        "占 35% 的算力，10%。",
		"为-3周":                "为 -3 周",
		"共 12 颗，“Sledge”系列":   "共 12 颗，“Sledge”系列",
		"12.4万H100e":          "12.4 万 H100e",
		"有 300万美元 无力支付":       "有 300 万美元无力支付",
		"价格 ，每小时 2美元 。":       "价格，每小时 2 美元。",
		"已租 12 颗 ":            "已租 12 颗 ",
		"already plain, 5 MW": "already plain, 5 MW",
		"":                    "",
	} {
		got := spaced(in)
		if got != want || spaced(got) != got {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

// A text that is no pattern is set as the language is.
func TestSpacedTitles(t *testing.T) {
	for lang, want := range map[string]string{"en": "2025年", "zh": "2025 年"} {
		if got := read(t, lang).Spaced("2025年"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestDetectLanguage(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "", "en"},
		{"", "", "zh_CN.UTF-8", "zh"},
		{"", "", "zh", "zh"},
		{"", "", "zh-Hans", "zh"},
		{"", "", "zha_CN", "en"},
		{"C", "zh_CN.UTF-8", "zh_CN.UTF-8", "en"},
		{"", "zh_TW", "en_GB.UTF-8", "zh"},
		{"ZH_cn", "en_US", "", "zh"},
		{"", "de_DE@euro", "zh_CN", "en"},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := DetectLanguage(func(k string) string { return env[k] }); got != c.want {
			t.Errorf("%v: %s", c, got)
		}
	}
}
