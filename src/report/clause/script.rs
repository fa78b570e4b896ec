//! Traditional characters beside the simplified ones in which the tables of this room are written.

/// The characters of the tables, as Taiwan and Hong Kong write them; each as long as its twin.
const TRADITIONAL: &str = "億萬個達畝噸戶條項場處間棟輛臺張隻頭種層組單對蓋塊顆廳慶園區鎮縣鄉總產業資額長減於過約數雙兩歲點時週線級號類強計劃擬爭確\
預實現設擴續維繕復養備導員師圍繞礎網絡機構標準檢籌應轉佈務開參與從將為這還來經濟農調優質動進發創辦獲領際稅財環節書練興費\
擇購飾範繼顯貨運輸醫療診學護險擔補貼債貸幣銷營灣礦鐵鋼鋪綠樹廣擊覽館寬頻訊驗試協會議邊圖畫遷壓縮";
const SIMPLIFIED: &str = "亿万个达亩吨户条项场处间栋辆台张只头种层组单对盖块颗厅庆园区镇县乡总产业资额长减于过约数双两岁点时周线级号类强计划拟争确\
预实现设扩续维缮复养备导员师围绕础网络机构标准检筹应转布务开参与从将为这还来经济农调优质动进发创办获领际税财环节书练兴费\
择购饰范继显货运输医疗诊学护险担补贴债贷币销营湾矿铁钢铺绿树广击览馆宽频讯验试协会议边图画迁压缩";

/// The text with the characters of the tables simplified, at the same places.
pub(crate) fn simplified(text: &str) -> String {
    text.chars().map(twin).collect()
}

fn twin(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let same = TRADITIONAL.chars().zip(SIMPLIFIED.chars()).find(|(old, _)| *old == c);
    same.map_or(c, |(_, new)| new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stay_where_they_were() {
        assert_eq!(simplified("興建公園5個，達12萬畝"), "兴建公园5个，达12万亩");
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        let same_length = |(old, new): (char, char)| old.len_utf8() == new.len_utf8();
        assert!(TRADITIONAL.chars().zip(SIMPLIFIED.chars()).all(same_length));
    }
}
