// The papers of a dossier as one-page PDFs: head of the producer, title, what is certified, a table by kind.

import { wrap } from './letters.mjs';
import { Page, widthOf } from './pdf.mjs';

const [WIDTH, HEIGHT, MARGIN] = [420, 595, 40];
const day = (iso) => iso.split('-').reverse().join('/');

/** Rows by kind; `n(i, low, high)` gives a figure that depends on the file alone. */
const TABLES = {
  registration: (n) => [['Nội dung', 'Giá trị'], ['Số đăng ký', `${n(0, 10, 99)}/${n(1, 1000, 9999)}`], ['Số thành viên', n(2, 7, 58)], ['Vốn điều lệ (triệu đồng)', n(3, 30, 400) * 10], ['Ngành chính', 'Trồng trọt, chế biến nông sản']],
  licence: (n) => [['Nội dung', 'Kết quả'], ['Số giấy', `${n(0, 10, 380)}/GCN`], ['Kiểm tra thực tế', 'Đạt'], ['Nhà xưởng, thiết bị', 'Đạt'], ['Con người', `${n(1, 4, 30)} người đã tập huấn`]],
  origin: (n) => [['Hộ cung cấp', 'Khối lượng (tấn)'], ...['Nhóm hộ 1', 'Nhóm hộ 2', 'Nhóm hộ 3'].map((t, i) => [t, n(i, 4, 60)])],
  contract: (n) => [['Điều khoản', 'Nội dung'], ['Bên bán', `${n(0, 8, 46)} hộ liên kết (danh sách kèm theo)`], ['Diện tích vùng nguyên liệu', `${n(1, 6, 60)},${n(2, 0, 9)} ha`], ['Sản lượng bao tiêu', `${n(3, 76, 98)} %`], ['Giá', 'Giá sàn cộng thưởng chất lượng']],
  environment: (n) => [['Nội dung', 'Giá trị'], ['Công suất', `${n(0, 2, 45)} tấn/tháng`], ['Nước thải', `${n(1, 1, 9)} m3/ngày, bể lắng ba ngăn`], ['Chất thải rắn', 'Thu gom, ủ phân hữu cơ'], ['Năng lượng', `Điện mặt trời ${n(2, 5, 60)} kWp`]],
  labour: (n) => [['Nhóm lao động', 'Số người'], ['Cư trú tại xã', n(0, 8, 40)], ['Cư trú tại xã lân cận', n(1, 1, 9)], ['Nữ', n(2, 5, 25)], ['Đóng bảo hiểm xã hội', n(3, 5, 38)]],
  finance: (n) => [['Chỉ tiêu (triệu đồng)', 'Hai năm gần nhất'], ['Doanh thu', `${n(0, 400, 900)} / ${n(1, 910, 2600)}`], ['Chi phí', `${n(2, 300, 390)} / ${n(3, 400, 900)}`], ['Lợi nhuận sau thuế', `${n(4, 40, 99)} / ${n(5, 100, 400)}`]],
  'intellectual-property': (n) => [['Nội dung', 'Giá trị'], ['Số đơn', `4-20${n(0, 20, 24)}-${n(1, 10000, 49999)}`], ['Loại', 'Nhãn hiệu thông thường'], ['Nhóm hàng hóa', n(2, 29, 33)]],
  market: (n) => [['Kênh', 'Số điểm bán'], ['Đại lý trong tỉnh', n(0, 2, 12)], ['Đại lý ngoài tỉnh', n(1, 1, 15)], ['Siêu thị, cửa hàng tiện lợi', n(2, 0, 6)], ['Sàn thương mại điện tử', n(3, 1, 3)]],
  declaration: (n) => [['Nội dung', 'Giá trị'], ['Số công bố', `0${n(0, 1, 9)}/TCB/${n(1, 2019, 2025)}`], ['Tiêu chuẩn áp dụng', `TCCS 0${n(2, 1, 9)}`], ['Thời hạn sử dụng', `${n(3, 6, 24)} tháng`]],
  'test-report': (n) => [['Chỉ tiêu', 'Kết quả'], ['Tổng vi sinh vật hiếu khí (CFU/g)', `${n(0, 10, 90)} × 10`], ['Coliforms (CFU/g)', `< ${n(1, 3, 10)}`], ['Chì (mg/kg)', `0,0${n(2, 1, 9)}`], ['Cảm quan', 'Đặc trưng, không tạp chất lạ']],
  story: (n) => [['Phần', 'Nội dung'], ['Nguồn gốc', `Nghề có từ khoảng năm ${n(0, 1925, 1998)}`], ['Con người', `${n(1, 2, 4)} thế hệ giữ nghề`], ['Bản sắc', 'Tri thức địa phương trong từng công đoạn'], ['Nơi trình bày', 'Bao bì, trang mạng và mã truy xuất']],
  'quality-system': (n) => [['Nội dung', 'Giá trị'], ['Mã chứng nhận', `VN-${n(0, 100, 999)}-${n(1, 10, 99)}`], ['Phạm vi', `${n(2, 5, 50)} ha / một cơ sở chế biến`], ['Giám sát định kỳ', '12 tháng một lần']],
  award: (n) => [['Nội dung', 'Giá trị'], ['Hạng', ['Nhất', 'Nhì', 'Ba'][n(0, 0, 2)]], ['Số quyết định', `${n(1, 200, 2900)}/QĐ`], ['Số sản phẩm dự thi', n(2, 24, 140)]],
  other: (n) => [['Nội dung', 'Giá trị'], ['Số tờ', n(0, 1, 9)]],
};

export function letter({ kind, title, issuedOn, validUntil, criteria, dossier }, seed) {
  const page = new Page(WIDTH, HEIGHT);
  const room = WIDTH - 2 * MARGIN;
  const n = (i, low, high) => low + ((seed[2 * i] * 256 + seed[2 * i + 1]) % (high - low + 1));
  let y = MARGIN;
  const block = (text, size, options = {}, x = MARGIN, width = room) => {
    for (const line of wrap(text, width / size, widthOf)) {
      page.text(options.centre ? (WIDTH - widthOf(line) * size) / 2 : x, y, size, line, options);
      y += size * 1.6;
    }
  };
  const { producer, product } = dossier;
  block(producer.name, 10, { bold: true });
  block(producer.address, 8, { grey: 0.25 });
  block(`Mã số thuế ${producer.taxCode}`, 8, { grey: 0.25 });
  page.line(MARGIN, y - 4, WIDTH - MARGIN, y - 4);
  y += 26;
  block(title, 15, { bold: true, centre: true });
  y += 8;
  block(`Sản phẩm: ${product.name}`, 10);
  block(`Quy cách: ${product.specification}`, 10);
  if (issuedOn) block(validUntil ? `${kind === 'contract' || kind === 'market' ? 'Ký' : 'Cấp'} ngày ${day(issuedOn)}, có giá trị đến ngày ${day(validUntil)}` : `Lập ngày ${day(issuedOn)}`, 10);
  y += 12;
  (TABLES[kind] ?? TABLES.other)(n).forEach(([left, right], i) => {
    page.line(MARGIN, y - 11, WIDTH - MARGIN, y - 11);
    page.text(MARGIN + 4, y, 9, String(left), { bold: i === 0 });
    const start = y;
    block(String(right), 9, { bold: i === 0 }, MARGIN + room * 0.48, room * 0.5);
    y = Math.max(y, start + 14.4) + 3;
  });
  page.line(MARGIN, y - 11, WIDTH - MARGIN, y - 11);
  y += 12;
  if (kind === 'story') block(product.description, 9.5);
  y += 10;
  const middle = WIDTH - MARGIN - 80;
  for (const line of wrap(producer.representativePost, 160 / 9.5, widthOf)) {
    page.text(middle - (widthOf(line) * 9.5) / 2, y, 9.5, line, { bold: true });
    y += 15;
  }
  page.circle(middle, y + 30, 30, 1.4, [0.75, 0.2, 0.2]);
  page.circle(middle, y + 30, 25, 0.7, [0.75, 0.2, 0.2]);
  y = HEIGHT - 52;
  block(`Minh chứng cho tiêu chí ${criteria.join(', ')} của hồ sơ ${dossier.id}.`, 7.5, { grey: 0.35 });
  block('Bản minh họa của dữ liệu mẫu, không có giá trị pháp lý.', 7.5, { grey: 0.35 });
  return page.file(`${title} – ${product.name}`);
}
