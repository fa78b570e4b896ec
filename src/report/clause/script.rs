//! Traditional characters beside the simplified ones in which the tables of this room are written.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The characters of the tables, as Taiwan and Hong Kong write them; each as long as its twin.
const TRADITIONAL: &str = "億萬個達畝噸戶條項場處間棟輛臺張隻頭種層組單對蓋塊顆廳慶園區鎮縣鄉總產業資額長減於過約數雙兩\
歲點時週線級號類強計劃擬爭確預實現設擴續維繕復養備導員師圍繞礎網絡機構標準檢籌應轉佈務開參與\
從將為這還來經濟農調優質動進發創辦獲領際稅財環節書練興費擇購飾範繼顯貨運輸醫療診學護險擔補貼\
債貸幣銷營灣礦鐵鋼鋪綠樹廣擊覽館寬頻訊驗試協會議邊圖畫遷壓縮課餘內穩躍漲們較體無盡價遲繫聯華\
圓臨緊證訂啟後舊樓電車關廠傳築勢責簽規則幫慮戰貧風門頓";
const SIMPLIFIED: &str = "亿万个达亩吨户条项场处间栋辆台张只头种层组单对盖块颗厅庆园区镇县乡总产业资额长减于过约数双两\
岁点时周线级号类强计划拟争确预实现设扩续维缮复养备导员师围绕础网络机构标准检筹应转布务开参与\
从将为这还来经济农调优质动进发创办获领际税财环节书练兴费择购饰范继显货运输医疗诊学护险担补贴\
债贷币销营湾矿铁钢铺绿树广击览馆宽频讯验试协会议边图画迁压缩课余内稳跃涨们较体无尽价迟系联华\
圆临紧证订启后旧楼电车关厂传筑势责签规则帮虑战贫风门顿";

/// The text with the characters of the tables simplified, at the same places.
pub(crate) fn simplified(text: &str) -> String {
    static TWINS: OnceLock<HashMap<char, char>> = OnceLock::new();
    let twins = TWINS.get_or_init(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());
    text.chars().map(|c| if c.is_ascii() { c } else { *twins.get(&c).unwrap_or(&c) }).collect()
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
