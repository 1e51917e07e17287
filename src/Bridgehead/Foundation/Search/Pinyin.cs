using System.Collections.Concurrent;
using Icu;

namespace Bridgehead;

/// <summary>
/// The pinyin of Chinese characters, from ICU's Han-Latin transliteration, with the readings place and company names are known
/// by where the usual one would be wrong (重庆 chongqing, 银行 yinhang, 乐山 leshan).
/// </summary>
public static class Pinyin
{
    private const int LongestPhrase = 4;
    private static readonly ConcurrentDictionary<string, string> Known = new();
    private static readonly Lock Gate = new();
    private static Transliterator? transliterator;

    /// <summary>Words whose characters are read otherwise than alone; the longest wins.</summary>
    private static readonly Dictionary<string, string[]> Phrases = Read("""
        重庆 chong qing;长沙 chang sha;长春 chang chun;长安 chang an;长江 chang jiang;长治 chang zhi;长城 chang cheng;长宁 chang ning;长寿 chang shou;长虹 chang hong;长兴 chang xing;长乐 chang le;长葛 chang ge;长期 chang qi;长远 chang yuan;
        厦门 xia men;大厦 da sha;乐山 le shan;乐清 yue qing;乐器 yue qi;音乐 yin yue;乐亭 lao ting;银行 yin hang;商行 shang hang;行业 hang ye;央行 yang hang;总行 zong hang;分行 fen hang;支行 zhi hang;农商行 nong shang hang;洋行 yang hang;车行 che hang;
        单县 shan xian;六安 lu an;六合 lu he;蚌埠 beng bu;台州 tai zhou;天台 tian tai;亳州 bo zhou;朝阳 chao yang;朝天 chao tian;重工 zhong gong;重型 zhong xing;重汽 zhong qi;重组 chong zu;重新 chong xin;
        都江堰 du jiang yan;成都 cheng du;都匀 du yun;犍为 qian wei;郫都 pi du;涪陵 fu ling;筠连 jun lian;珙县 gong xian;荥阳 xing yang;荥经 ying jing;莘县 shen xian;莘庄 xin zhuang;浚县 xun xian;泌阳 bi yang;丽水 li shui;
        番禺 pan yu;东莞 dong guan;大埔 da bu;黄埔 huang pu;铅山 yan shan;婺源 wu yuan;歙县 she xian;黟县 yi xian;枞阳 zong yang;洪洞 hong tong;吕梁 lv liang;尉氏 wei shi;尉犁 yu li;牟平 mu ping;中牟 zhong mu;曲阜 qu fu;
        会计 kuai ji;会稽 kuai ji;会理 hui li;地区 di qu;角色 jue se;大连 da lian;调味 tiao wei;空调 kong tiao;调度 diao du;弹簧 tan huang;子弹 zi dan;藏族 zang zu;西藏 xi zang;储藏 chu cang;冷藏 leng cang;宝藏 bao zang;
        传动 chuan dong;自传 zi zhuan;便利 bian li;便宜 pian yi;供应 gong ying;应用 ying yong;相关 xiang guan;数字 shu zi;数据 shu ju;处理 chu li;创新 chuang xin;校准 jiao zhun;学校 xue xiao;系统 xi tong;勘探 kan tan;
        石家庄 shi jia zhuang;十堰 shi yan;宿迁 su qian;宿州 su zhou;星宿 xing xiu;濮阳 pu yang;漯河 luo he;渑池 mian chi;柏乡 bai xiang;巴中 ba zhong;什邡 shi fang;盛京 sheng jing;茂盛 mao sheng;兴业 xing ye;高兴 gao xing;
        和谐 he xie;参股 can gu;人参 ren shen;海参 hai shen;车辆 che liang;量子 liang zi;测量 ce liang;奇瑞 qi rui;校园 xiao yuan;降解 jiang jie;解决 jie jue;少年 shao nian;干燥 gan zao;骨干 gu gan;仔猪 zi zhu;牛仔 niu zai;
        成长 cheng zhang;增长 zeng zhang;生长 sheng zhang;市长 shi zhang;县长 xian zhang;区长 qu zhang;局长 ju zhang;院长 yuan zhang;董事长 dong shi zhang;
        模具 mu ju;模样 mu yang;畜牧 xu mu;畜产 xu chan;丹参 dan shen;党参 dang shen;着色 zhuo se;调查 diao cha;调研 diao yan;调动 diao dong
        """);

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Spans = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By the character it begins with, how long the longest phrase is: most characters begin none.</summary>
    private static readonly byte[] Beginning = Lengths(Phrases.Keys);

    private static readonly string?[] Readings = new string?[char.MaxValue + 1];

    /// <summary>How a character is usually read in the names of places and companies, where that is not its first reading in the dictionary.</summary>
    private static readonly Dictionary<string, string> Usual = new()
    {
        ["都"] = "du", ["长"] = "chang", ["地"] = "di", ["晟"] = "sheng", ["拓"] = "tuo", ["调"] = "tiao", ["佛"] = "fo", ["勒"] = "le", ["乐"] = "le", ["什"] = "shi",
        ["茄"] = "qie", ["伺"] = "si", ["似"] = "si", ["咳"] = "ke", ["翟"] = "zhai", ["埔"] = "pu", ["呢"] = "ni",
    };

    /// <summary>Family names that are read otherwise than the character usually is.</summary>
    private static readonly Dictionary<char, string> Surnames = new()
    {
        ['解'] = "xie", ['曾'] = "zeng", ['单'] = "shan", ['仇'] = "qiu", ['区'] = "ou", ['查'] = "zha", ['朴'] = "piao", ['尉'] = "wei", ['盖'] = "ge", ['任'] = "ren", ['华'] = "hua",
        ['乐'] = "yue", ['员'] = "yun", ['覃'] = "qin", ['缪'] = "miao", ['牟'] = "mou", ['柏'] = "bai", ['折'] = "she", ['隗'] = "wei", ['召'] = "shao", ['黑'] = "he", ['冼'] = "xian",
    };

    /// <summary>The syllables of a run of Chinese characters, one each, lower case without tones; ü is v.</summary>
    /// <param name="run">Only Chinese characters.</param>
    /// <param name="isPersonsName">A run of two to three characters that is a person's name: its first is a family name.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> run, bool isPersonsName = false)
    {
        var (syllables, text, at) = (new List<string>(run.Count), string.Concat(run), 0);
        for (var i = 0; i < run.Count;)
        {
            if (!(i == 0 && isPersonsName) && Phrase(text.AsSpan(at), run.Count - i) is { } phrase)
            {
                syllables.AddRange(phrase);
                (i, at) = (i + phrase.Length, at + phrase.Length);
                continue;
            }
            at += run[i].Length;
            syllables.Add(i == 0 && isPersonsName && run[0].Length == 1 && Surnames.TryGetValue(run[0][0], out var surname) ? surname : Single(run[i]));
            i++;
        }
        return syllables;
    }

    /// <summary>Whether a run may be a person's name whose family name is read otherwise than the character usually is.</summary>
    public static bool MayBeFamilyName(IReadOnlyList<string> run) => run.Count is 2 or 3 && run[0].Length == 1 && Surnames.ContainsKey(run[0][0]);

    private static string[]? Phrase(ReadOnlySpan<char> text, int left)
    {
        for (var length = Math.Min(Beginning[text[0]], Math.Min(left, text.Length)); length >= 2; length--)
            if (Spans.TryGetValue(text[..length], out var phrase) && phrase.Length == length) return phrase;
        return null;
    }

    private static string Single(string character) => character.Length == 1 ? Readings[character[0]] ??= Reading(character) : Reading(character);

    private static string Reading(string character) => Known.GetOrAdd(character, static c =>
    {
        if (Usual.TryGetValue(c, out var usual)) return usual;
        lock (Gate)
        {
            var latin = Open().Transliterate(c).Replace('ü', 'v');
            return new string([.. latin.InForm(System.Text.NormalizationForm.FormD).Replace("u\u0308", "v", StringComparison.Ordinal).Where(char.IsAsciiLetter)]).ToLowerInvariant().Replace("ve", "ue", StringComparison.Ordinal);
        }
    });

    private static Transliterator Open()
    {
        if (transliterator is not null) return transliterator;
        try
        {
            return transliterator = Transliterator.CreateInstance("Han-Latin; Lower");
        }
        catch (Exception missing) when (missing is FileLoadException or DllNotFoundException or IOException or TypeInitializationException)
        {
            throw new InvalidOperationException("ICU (libicu) is not installed; pinyin search needs it. On Debian: apt-get install libicu72", missing);
        }
    }

    private static byte[] Lengths(IEnumerable<string> phrases)
    {
        var lengths = new byte[char.MaxValue + 1];
        foreach (var phrase in phrases) lengths[phrase[0]] = Math.Max(lengths[phrase[0]], (byte)phrase.Length);
        return lengths;
    }

    /// <summary>The phrases of a table, and the names of every province, city and county as the gazetteer reads them.</summary>
    private static Dictionary<string, string[]> Read(string table)
    {
        var phrases = table.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1..]);
        foreach (var place in Division.All.Where(d => d.ShortName.Length is >= 2 and <= LongestPhrase)) phrases.TryAdd(place.ShortName, place.Pinyin.Split(' '));
        return phrases;
    }
}
