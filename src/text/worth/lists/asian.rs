//! Hindi, Indonesian, Chinese, Japanese, Korean.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const HINDI: List = List { tag: "hi", clitics: &[], entries: &[
    (Number, "लाख करोड़ अरब हज़ार हजार सौ मिलियन बिलियन दो तीन चार पांच पाँच छह सात आठ नौ दस बीस तीस चालीस पचास आधा आधे आधी तिहाई चौथाई दोगुना तिगुना दर्जनों सैकड़ों हजारों लाखों करोड़ों"),
    (Unit, "प्रतिशत फीसदी फ़ीसदी दर डॉलर यूरो रुपये रुपए टन किलोमीटर किमी मीटर लीटर एकड़ हेक्टेयर डिग्री घंटे दिन दिनों हफ्ते सप्ताह महीने माह औसत सूचकांक कुल संख्या आंकड़ा लोग मेगावाट"),
    (Compare, "ज्यादा ज़्यादा अधिक कम बड़ा छोटा बदतर बेहतर तुलना मुकाबले बराबर गुना लगभग करीब से_अधिक से_ज्यादा से_कम"), (Superlative, "सबसे पहला पहली पहले_बार पहली_बार सर्वाधिक न्यूनतम अधिकतम रिकॉर्ड एकमात्र आखिरी अंतिम इतिहास"),
    (Earlier, "पहले साल सालों वर्ष वर्षों पिछले गत पूर्व कल बीते दशक सदी दौरान अब_तक"), (Date, "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार"),
    (Institution, "सरकार संसद लोकसभा राज्यसभा विधानसभा अदालत कोर्ट न्यायालय मंत्रालय पुलिस सेना बैंक आरबीआई पार्टी भाजपा बीजेपी कांग्रेस विश्वविद्यालय अस्पताल कंपनी आयोग विभाग संगठन संयुक्त_राष्ट्र सीबीआई समिति"), (Official, "राष्ट्रपति प्रधानमंत्री पीएम मंत्री मुख्यमंत्री सीएम राज्यपाल सांसद विधायक न्यायाधीश जज प्रवक्ता सचिव निदेशक अध्यक्ष राजदूत राजा पोप विशेषज्ञ अधिकारी नेता"),
    (Report, "कहा कहते कहना बताया अनुसार मुताबिक घोषणा दावा बयान पुष्टि खंडन चेतावनी आरोप सर्वे सर्वेक्षण रिपोर्ट अध्ययन आंकड़ों आंकड़े शोध जानकारी"), (Change, "वृद्धि बढ़ बढ़ा बढ़ी बढ़े बढ़कर बढ़ोतरी गिरावट गिरा गिरी घटा घटी घटकर कमी विकास खोया इजाफा"),
    (Deed, "वोट मतदान हस्ताक्षर पारित मंजूरी मंजूर खारिज खर्च भुगतान निर्माण बनाया बनाए खरीदा बेचा निवेश हत्या मारे मौत मृत्यु गिरफ्तार सजा बर्खास्त प्रतिबंध मिला मिली मिले बंद खोला निर्यात आयात इस्तीफा नियुक्त चोरी समाप्त हमला लागू शुरू दिया दी दिए किया की किए लिया"),
    (Quantifier, "सभी सब हर प्रत्येक कोई किसी बहुत अधिकांश बहुमत कुछ कई दोनों पूरे"), (Absolute, "कभी हमेशा केवल सिर्फ"), (Cause, "क्योंकि वजह कारण परिणाम नतीजा इसलिए बदौलत"), (Hedge, "शायद संभवतः संभव कथित लगता"), (Opinion, "सोचता मानना मानता मानते राय विचार उम्मीद आशा चाहता चाहते चाहती महसूस विश्वास पसंद"),
    (Evaluative, "अच्छा अच्छी अच्छे बुरा बुरी खराब भयानक शानदार शर्म शर्मनाक तबाही सुंदर महत्वपूर्ण गंभीर अन्याय हास्यास्पद विफलता सफलता महान दुखद"), (Future, "होगा होगी होंगे करेंगे करेगा करेगी जाएगा जाएगी आगामी भविष्य अगले ~एंगे ~ेंगे ~ूंगा"),
    (Conditional, "अगर यदि सकता सकती सकते"), (Asking, "कौन क्या कब कहाँ कहां कैसे क्यों कितना कितने कौनसा"), (Command, "आइए देखिए सुनिए कृपया चलिए"), (I, "मैं मुझे मेरा मेरी मेरे"), (We, "हम हमें हमारा हमारी हमारे"), (You, "आप तुम आपका तुम्हारा"), (They, "वह वे उन्होंने उनका उसका उनके"),
    (Courtesy, "धन्यवाद शुक्रिया नमस्ते नमस्कार स्वागत देवियों सज्जनों बधाई माफ हाँ जी"), (Boiler, "सब्सक्राइब विज्ञापन फोटो तस्वीर शेयर सुरक्षित"), (Negation, "नहीं न बिना मत"), (Past, "था थी थे थीं गया गई गए हुआ हुई हुए"), (Perfect, "चुका चुकी चुके"), (Present, "है हैं हूं हो"),
    (Topic, "कर टैक्स नौकरी नौकरियां रोजगार बेरोजगारी अर्थव्यवस्था आर्थिक वेतन बजट घाटा कर्ज महंगाई मुद्रास्फीति जीडीपी व्यापार स्वास्थ्य बीमा पेंशन गरीबी शिक्षा स्कूल छात्र अपराध हिंसा हथियार ड्रग्स प्रवासी शरणार्थी सीमा युद्ध तेल गैस बिजली ऊर्जा जलवायु परमाणु पानी मकान कीमत कीमतें कानून संविधान चुनाव टीका वैक्सीन वायरस कोरोना महामारी आबादी जनसंख्या महिला महिलाओं भ्रष्टाचार किसान आतंकवाद"),
    (Place, "भारत दिल्ली मुंबई उत्तर_प्रदेश बिहार पाकिस्तान अमेरिका यूरोप देश देशों दुनिया विश्व चीन रूस यूक्रेन राज्य शहर जिला"), (Duty, "चाहिए जरूरी ज़रूरी जरूरत पड़ेगा"), (Stage, "सवाल जवाब बहस बात मिनट"), (Vague, "चीज चीज़ समस्या स्थिति तरीका लोगों जीवन"), (Values, "आजादी स्वतंत्रता उम्मीदें सपना ईश्वर भगवान आस्था एकता न्याय गरिमा गर्व शांति साथ"),
] };

#[rustfmt::skip]
pub(super) const INDONESIAN: List = List { tag: "id", clitics: &[], entries: &[
    (Number, "juta miliar triliun ribu ratus ratusan ribuan jutaan puluh puluhan dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas setengah sepertiga seperempat"),
    (Unit, "persen dolar euro rupiah rp ton kilometer km meter liter hektare barel derajat jam hari minggu bulan rata_rata tingkat indeks total jumlah angka poin orang"),
    (Compare, "lebih kurang tinggi rendah besar kecil buruk baik dibanding* daripada perbandingan kali lipat hampir sekitar melebihi"), (Superlative, "paling terbesar tertinggi terendah terkecil terbanyak terbaik terburuk rekor pertama satu_satunya terakhir pernah"),
    (Earlier, "lalu tahun sejak sebelumnya sebelum kemarin dekade abad mantan dulu selama"), (Date, "januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu"),
    (Institution, "pemerintah* dpr parlemen senat pengadilan mahkamah kementerian polisi polri tni tentara bank partai universitas rumah_sakit perusahaan komisi bps kpk kpu pbb uni_eropa badan lembaga kejaksaan"), (Official, "presiden menteri gubernur bupati wali_kota anggota hakim juru_bicara sekretaris direktur ketua duta_besar raja paus pakar ahli kepala jaksa"),
    (Report, "mengatakan kata berkata menurut menyatakan mengumumkan mengklaim mengaku menegaskan membantah memperingatkan menuduh survei studi penelitian laporan data statistik melaporkan disebut"), (Change, "naik meningkat peningkatan turun menurun penurunan bertambah berkurang tumbuh pertumbuhan anjlok kehilangan melonjak dipangkas"),
    (Deed, "memilih menandatangani menyetujui mengesahkan menolak menghabiskan membayar membangun dibangun membeli menjual menginvestasikan membunuh tewas meninggal ditangkap dihukum dipecat melarang dilarang menerima menutup ditutup membuka ekspor impor mendanai mundur mencuri menghapus menyerang memberi diberikan"),
    (Quantifier, "semua setiap seluruh tidak_ada banyak mayoritas sebagian beberapa sedikit kedua"), (Absolute, "tidak_pernah selalu hanya cuma"), (Cause, "karena akibat sebab menyebabkan disebabkan berkat sehingga"), (Hedge, "mungkin barangkali tampaknya diduga kemungkinan"), (Opinion, "saya_pikir percaya menurut_saya pendapat berharap ingin suka merasa yakin"),
    (Evaluative, "bagus jelek mengerikan luar_biasa hebat memalukan bencana indah penting serius adil konyol kegagalan sukses"), (Future, "akan besok depan mendatang masa_depan bakal rencana"), (Conditional, "jika kalau bisa dapat seandainya"), (Asking, "siapa apa kapan mana bagaimana mengapa kenapa berapa apakah"), (Command, "mari ayo lihat dengarkan tolong silakan"),
    (I, "saya aku ku"), (We, "kami kita"), (You, "anda kamu kalian"), (They, "dia ia mereka beliau"), (Courtesy, "terima_kasih halo selamat hadirin maaf ya"), (Boiler, "langganan iklan foto bagikan baca_juga ikuti hak_cipta"), (Negation, "tidak bukan tanpa belum tak"), (Past, "telah sudah pernah"), (Perfect, "telah"), (Present, "adalah ada merupakan"),
    (Topic, "pajak pekerjaan pengangguran ekonomi gaji upah anggaran apbn defisit utang inflasi pdb perdagangan kesehatan asuransi bpjs pensiun kemiskinan pendidikan sekolah mahasiswa siswa kejahatan kekerasan senjata narkoba imigran pengungsi perbatasan perang minyak gas energi listrik iklim emisi nuklir air perumahan harga undang konstitusi pemilu vaksin virus covid pandemi penduduk perempuan korupsi"),
    (Place, "indonesia jakarta jawa amerika eropa negara dunia china cina rusia ukraina provinsi kota kabupaten"), (Duty, "harus perlu wajib sebaiknya seharusnya"), (Stage, "pertanyaan jawaban debat bicara menit"), (Vague, "hal sesuatu masalah situasi cara hidup"), (Values, "kebebasan harapan mimpi tuhan iman persatuan keadilan martabat bangga nilai damai bersama"),
] };

#[rustfmt::skip]
pub(super) const CHINESE: List = List { tag: "zh", clitics: &[], entries: &[
    (Number, "万 萬 亿 億 千万 百万 一半 三分之一 翻倍 两倍 兩倍 数十 数百 数千 上千 上万"), (Unit, "百分之 美元 欧元 歐元 人民币 元 吨 噸 公里 千米 公斤 度 小时 小時 天 周 个月 個月 比例 平均 指数 總數 总数 人数 人數 率 名 例 起"),
    (Compare, "比 相比 更 多于 少于 高于 低于 高於 低於 超过 超過 同比 环比 倍 近 约 约为"), (Superlative, "最 最高 最低 最大 最小 最多 最少 首次 第一 唯一 创纪录 纪录 史上 历史上"), (Earlier, "去年 前年 以前 之前 此前 上月 上周 昨天 昨日 年前 以来 以來 曾 曾经 曾經 过去 過去 年代"), (Date, "年 月 日 星期 世纪 今年 今天"),
    (Institution, "政府 国会 國會 议会 立法院 法院 最高法院 部门 警方 公安 军队 解放军 银行 央行 国务院 大学 大學 医院 醫院 公司 企业 委员会 委員會 统计局 联合国 聯合國 欧盟 世卫组织 机构 研究所 外交部 卫健委"), (Official, "总统 總統 主席 总理 首相 部长 部長 省长 市长 市長 议员 議員 法官 发言人 發言人 书记 局长 大使 国王 教宗 专家 專家 教授"),
    (Report, "说 說 表示 称 稱 据 據 根据 宣布 声称 指出 透露 证实 證實 否认 否認 警告 指责 调查 調查 研究 报告 报道 報導 数据 數據 统计 统计显示 显示"), (Change, "增加 增长 增長 上升 上涨 上漲 下降 减少 減少 下跌 降低 提高 扩大 缩小 失去 攀升 跌至 升至"),
    (Deed, "投票 签署 簽署 通过 通過 批准 否决 拒绝 花费 支付 建设 建成 购买 出售 投资 投資 杀死 死亡 去世 逮捕 拘留 判处 解雇 禁止 实施 收到 关闭 开放 出口 进口 資助 任命 辞职 辭職 取消 袭击 攻击 推出 提供 发放 访问"),
    (Quantifier, "所有 全部 每 任何 没有人 许多 許多 大多数 大部分 多数 一些 少数 全国 全球"), (Absolute, "从不 从未 從未 总是 只有 仅 僅 绝不"), (Cause, "因为 因為 由于 由於 导致 導致 造成 所以 因此 原因 结果"), (Hedge, "也许 也許 可能 大概 似乎 据称 恐怕"), (Opinion, "我认为 我認為 认为 認為 觉得 覺得 相信 希望 想要 喜欢 意见"),
    (Evaluative, "好 坏 糟糕 可怕 伟大 优秀 丢脸 可耻 灾难 美丽 重要 严重 嚴重 不公平 荒谬 可笑 失败 成功 了不起"), (Future, "将 將 会 會 明天 明年 未来 未來 即将 计划"), (Conditional, "如果 要是 可以 能够 假如"), (Asking, "谁 誰 什么 什麼 何时 哪里 哪裡 怎么 怎麼 为什么 為什麼 吗 嗎 呢 多少"), (Command, "让我们 讓我們 请 請 看看"),
    (I, "我 我的"), (We, "我们 我們"), (You, "你 您 你们 你們"), (They, "他 她 他们 她们 他們"), (Courtesy, "谢谢 謝謝 感谢 你好 欢迎 歡迎 女士们 先生们 恭喜 再见 晚上好"), (Boiler, "订阅 訂閱 广告 图片 圖片 点击 分享 关注 版权所有 责任编辑 编辑"), (Negation, "不 没 沒 没有 未 无"), (Past, "了 过 已 已经 已經"), (Perfect, "已 已经"), (Present, "是 有 在"),
    (Topic, "税 稅 就业 失业 失業 经济 經濟 工资 收入 预算 赤字 债务 通胀 通货膨胀 贸易 貿易 关税 健康 医疗 醫療 保险 养老 贫困 教育 学校 学生 學生 犯罪 暴力 武器 毒品 移民 难民 边境 战争 戰爭 石油 天然气 能源 气候 氣候 排放 核 水 住房 房价 价格 價格 法律 法 宪法 选举 選舉 疫苗 病毒 新冠 疫情 人口 妇女 腐败 生产总值"),
    (Place, "中国 中國 北京 上海 台湾 台灣 香港 美国 美國 欧洲 国家 國家 世界 俄罗斯 乌克兰 日本 城市 省"), (Duty, "必须 必須 应该 應該 应当 需要"), (Stage, "问题 問題 回答 辩论 讨论"), (Vague, "东西 東西 事情 情况 方式 人们 生活"), (Values, "自由 希望 梦想 上帝 信仰 团结 正义 尊严 骄傲 价值 和平 共同"),
] };

#[rustfmt::skip]
pub(super) const JAPANESE: List = List { tag: "ja", clitics: &[], entries: &[
    (Number, "万 億 兆 千 半分 半数 倍 数百 数千"), (Unit, "パーセント 割 ドル ユーロ 円 トン キロ メートル リットル 度 時間 日間 週間 か月 カ月 平均 指数 合計 総数 人数 率 人 件"), (Compare, "より 比べ 比較 以上 以下 超え 上回 下回 倍 ほぼ 約 多い 少ない 高い 低い"), (Superlative, "最も 最高 最低 最大 最小 最多 最少 初めて 史上 過去最 唯一 記録 第一"), (Earlier, "昨年 去年 前年 以前 先月 先週 昨日 年前 以来 当時 かつて 過去 年代 世紀"), (Date, "年 月 今年 曜日 年度"),
    (Institution, "政府 国会 議会 衆院 参院 裁判所 最高裁 省 警察 自衛隊 銀行 日銀 政党 自民党 大学 病院 会社 企業 委員会 総務省 国連 欧州連合 機関 組合 厚労省 財務省 庁"), (Official, "首相 総理 大統領 大臣 知事 市長 議員 裁判官 報道官 長官 局長 会長 社長 大使 国王 教皇 専門家 教授 官房長官"), (Report, "述べ 語っ 発表 によると よれば 主張 明らか 報告 報道 認め 否定 警告 非難 調査 研究 統計 データ 世論調査 と話し 示し 公表"),
    (Change, "増加 増え 減少 減っ 上昇 下落 上がっ 下がっ 低下 拡大 縮小 倍増 失っ 引き上げ 引き下げ 成長"), (Deed, "投票 署名 可決 承認 否決 拒否 支出 支払 建設 購入 売却 投資 殺害 死亡 死去 逮捕 有罪 解雇 禁止 受け取 閉鎖 開始 輸出 輸入 任命 辞任 廃止 攻撃 実施 導入 決定"),
    (Quantifier, "すべて 全て 全員 毎 多く 大半 大多数 一部 全国 世界中"), (Absolute, "決して 常に 誰も だけ のみ しか"), (Cause, "ため ので から 原因 結果 により 理由 おかげ"), (Hedge, "かもしれ おそらく 恐らく たぶん らしい ようだ とみられ"), (Opinion, "と思い と思う 思います 考えます 信じ 願っ 期待 したい 意見 好き"),
    (Evaluative, "良い 悪い ひどい 素晴らし 最悪 恥 災害 美しい 重要 深刻 不公平 馬鹿 失敗 成功 すごい"), (Future, "だろう でしょう 明日 来年 今後 将来 予定 見通し"), (Conditional, "もし れば たら なら できる"), (Asking, "誰 何 いつ どこ なぜ どう ですか ますか いくら"), (Command, "ください ましょう"), (I, "私 僕 俺"), (We, "我々 私たち 我が国"), (You, "あなた 皆さん 皆様"), (They, "彼 彼女 彼ら 氏"),
    (Courtesy, "ありがとう こんにちは こんばんは ようこそ おはよう おめでとう お願い 失礼 申し訳"), (Boiler, "購読 広告 写真 シェア フォロー 無断転載 提供 撮影"), (Negation, "ない ません なかった ず"), (Past, "た だった でした ました れた した"), (Perfect, "ている てきた"), (Present, "です である だ ます"),
    (Topic, "税 雇用 失業 経済 賃金 給与 所得 予算 赤字 債務 物価 貿易 関税 健康 医療 保険 年金 貧困 教育 学校 学生 犯罪 暴力 武器 麻薬 移民 難民 国境 戦争 石油 ガス エネルギ 気候 排出 原発 核 水 住宅 価格 法律 法 憲法 選挙 ワクチン ウイルス コロナ 感染 人口 女性 汚職 防衛"), (Place, "日本 東京 大阪 米国 アメリカ 中国 韓国 欧州 国 世界 ロシア ウクライナ 都市 県"), (Duty, "べき なければ 必要"), (Stage, "質問 答え 議論 討論"), (Vague, "こと もの 問題 状況 方法 人々 生活"), (Values, "自由 希望 夢 神 信仰 団結 正義 尊厳 誇り 価値 平和 共に"),
] };

#[rustfmt::skip]
pub(super) const KOREAN: List = List { tag: "ko", clitics: &[], entries: &[
    (Number, "만* 억* 조* 천만* 백만* 절반* 두_배* 수백* 수천* 수만*"), (Unit, "퍼센트* 프로* 달러* 유로* 원* 톤* 킬로* 미터* 도 시간* 일* 주* 개월* 평균* 지수* 총* 인원* 비율* 명* 건*"), (Compare, "보다* 더 비해* 비교* 이상* 이하* 초과* 넘* 배* 거의 약 높* 낮* 많* 적*"), (Superlative, "가장 최고* 최저* 최대* 최소* 최초* 처음* 사상* 유일* 기록* 첫"), (Earlier, "작년* 지난* 전년* 이전* 어제* 전* 이후* 당시* 과거* 년* 세기*"), (Date, "월요일* 화요일* 수요일* 목요일* 금요일* 토요일* 일요일* 올해* 오늘*"),
    (Institution, "정부* 국회* 의회* 법원* 대법원* 부처* 경찰* 검찰* 군* 은행* 한국은행* 정당* 민주당* 국민의힘* 대학* 병원* 회사* 기업* 위원회* 통계청* 유엔* 기관* 노조* 청와대*"), (Official, "대통령* 총리* 장관* 지사* 시장* 의원* 판사* 대변인* 청장* 국장* 대표* 대사* 국왕* 교황* 전문가* 교수*"), (Report, "말했* 밝혔* 따르면* 주장* 발표* 전했* 보고* 보도* 인정* 부인* 경고* 비난* 조사* 연구* 통계* 자료* 여론조사* 나타났*"),
    (Change, "증가* 늘* 감소* 줄* 상승* 하락* 올랐* 떨어졌* 급증* 급감* 두배* 잃* 인상* 인하* 성장*"), (Deed, "투표* 서명* 통과* 승인* 부결* 거부* 지출* 지급* 건설* 구입* 매각* 투자* 살해* 사망* 숨졌* 체포* 구속* 유죄* 해고* 금지* 받았* 폐쇄* 수출* 수입* 임명* 사임* 폐지* 공격* 시행* 도입*"),
    (Quantifier, "모든 모두 전체* 매 아무* 많은 대부분* 일부* 전국*"), (Absolute, "결코 항상 아무도 오직 만"), (Cause, "때문* 원인* 결과* 인해* 덕분* 그래서 이유*"), (Hedge, "아마* 듯* 것_같* 추정*"), (Opinion, "생각* 믿* 바랍* 희망* 원* 의견* 좋아*"), (Evaluative, "좋은 나쁜 끔찍* 훌륭* 최악* 수치* 재앙* 아름다* 중요* 심각* 불공정* 우스* 실패* 성공*"),
    (Future, "것입니다 것이다 내일* 내년* 미래* 예정* 전망* 앞으로*"), (Conditional, "만약 수_있* 다면"), (Asking, "누구* 무엇* 언제* 어디* 왜 어떻게 얼마* ~까 ~나요"), (Command, "하십시오 합시다 보십시오 ~세요 ~시다"), (I, "나는 내가 저는 제가 나의 제"), (We, "우리* 저희*"), (You, "당신* 여러분*"), (They, "그는 그녀* 그들*"), (Courtesy, "감사* 안녕* 환영* 축하* 죄송* 네 예"), (Boiler, "구독* 광고* 사진* 공유* 무단* 기자"), (Negation, "않* 없* 아니* 안 못"), (Past, "~했다 ~었다 ~았다 ~였다 ~했습니다 ~었습니다 ~았습니다 ~됐다"), (Perfect, "왔다"), (Present, "있* ~이다 ~입니다 ~한다 ~합니다"),
    (Topic, "세금* 일자리* 실업* 고용* 경제* 임금* 소득* 예산* 적자* 부채* 물가* 무역* 관세* 건강* 의료* 보험* 연금* 빈곤* 교육* 학교* 학생* 범죄* 폭력* 무기* 마약* 이민* 난민* 국경* 전쟁* 석유* 가스* 에너지* 기후* 배출* 원전* 핵* 물 주택* 집값* 가격* 법* 헌법* 선거* 백신* 바이러스* 코로나* 인구* 여성* 부패*"), (Place, "한국* 서울* 북한* 미국* 중국* 일본* 유럽* 국가* 나라* 세계* 러시아* 우크라이나* 도시*"), (Duty, "해야* 필요*"), (Stage, "질문* 답변* 토론*"), (Vague, "것* 문제* 상황* 방법* 사람* 생활*"), (Values, "자유* 희망* 꿈* 하나님* 신앙* 단결* 정의* 존엄* 자부심* 가치* 평화* 함께"),
] };
