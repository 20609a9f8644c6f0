//! Texts to fingerprint, written for these tests.

/// English.
pub(crate) const HARBOUR: &str = "The harbour was quiet when the first boats came back in the morning. Nobody on the quay \
spoke, because the news had arrived before them: the bridge over the river was closed, and the market would have to be held \
on this side of the town. By noon the square was full of baskets, and the old women had settled their prices with the calm of \
people who have seen three bridges fall. A boy sold lemons from a bucket. Somebody played the accordion badly, and was paid \
to stop. When the tide turned, the fishermen washed the nets, counted what was left of the day, and walked home along the \
water without looking at the broken pillars.";

/// English, unrelated.
pub(crate) const ENGINE: &str = "An engine of this kind keeps its heat in a bed of salt. During the day mirrors melt the salt, \
and during the night it gives its heat to water, whose steam drives a turbine. Losses are small as long as the tank is large: \
volume grows with the cube of its side, and surface only with the square. Engineers therefore build few and large tanks. Their \
walls are of ceramic, since metal would dissolve slowly. What limits the plant is neither sun nor salt but pumps, which must \
work for years at temperatures that soften most seals.";

/// Russian.
pub(crate) const GARDEN: &str = "В саду за старым домом росли яблони, которые посадил ещё дед. Каждую осень соседи приходили \
с корзинами, и мать раздавала яблоки, не считая. Потом дом продали, и новый хозяин поставил высокий забор. Яблони он не \
тронул, но плоды теперь падали в траву, и их никто не собирал. Однажды весной забор упал от ветра, и дети нашли дорогу обратно.";

/// Russian, unrelated.
pub(crate) const STATION: &str = "Станция приняла сигнал в три часа ночи, и дежурный записал время в журнал. Передача \
повторялась через равные промежутки, но источник не отвечал на запросы. Утром инженеры сверили координаты и поняли, что \
слышат собственный спутник, потерянный два года назад. Его батарея ожила, когда орбита вышла на солнце.";

/// Chinese.
pub(crate) const TEA: &str = "茶馆开在河边，每天早上五点就有人来。老板认得每一位客人，知道谁喝绿茶，谁喝红茶，谁只是来听别人说话。\
下雨的时候客人更多，因为船不能走，渔民们就坐在窗边修网。有一年河水涨到了门口，老板把桌子搬到楼上，生意照样做。后来城里修了新桥，\
路过的人少了，可是老客人还是来，他们说别处的茶没有这里的味道。";

/// Chinese, unrelated.
pub(crate) const STARS: &str = "望远镜建在高原上，那里的空气又干又冷，夜里看得见最暗的星。科学家轮流值班，每人守两个星期。\
他们记录光的变化，寻找绕着别的太阳转的行星。数据很多，所以大部分由计算机先看一遍，只有奇怪的结果才交给人。去年他们发现一颗星忽明忽暗，\
原因至今没有人能够解释。";

/// Thai.
pub(crate) const MARKET: &str = "ตลาดน้ำเปิดทุกเช้าวันเสาร์ แม่ค้าพายเรือมาจากหมู่บ้านใกล้เคียงพร้อมผลไม้และขนมที่ทำเองในครัว \
นักท่องเที่ยวยืนบนสะพานไม้เก่าและถ่ายรูป เด็กๆ กระโดดลงน้ำแล้วหัวเราะเสียงดัง พอสายแดดเริ่มร้อน เรือก็ทยอยกลับบ้านทีละลำ";

/// Thai, unrelated.
pub(crate) const SCHOOL: &str = "โรงเรียนบนภูเขามีครูเพียงสองคน ทุกเช้านักเรียนเดินข้ามลำธารมาเรียนหนังสือ \
ฤดูฝนทางลื่นมาก ครูจึงต้องไปรอรับที่ริมน้ำ ปีที่แล้วมีคนบริจาคคอมพิวเตอร์เก่าให้ห้าเครื่อง ตั้งแต่นั้นเด็กโตก็สอนเด็กเล็กเขียนโปรแกรมง่ายๆ";
