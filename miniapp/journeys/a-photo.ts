import type { Phone } from './phone';

/** A bowl of porridge on a wooden table, as a camera might see it. */
const scene = `<body style="margin:0"><div style="width:1200px;height:900px;position:relative;
background:linear-gradient(160deg,#c9965b,#a86f3c)">
<div style="position:absolute;left:280px;top:160px;width:640px;height:600px;border-radius:50%;
background:#f3efe6;box-shadow:0 40px 70px #0006"></div>
<div style="position:absolute;left:350px;top:230px;width:500px;height:460px;border-radius:50%;
background:radial-gradient(circle at 40% 35%,#fbe6a2,#e5b95c)"></div>
<div style="position:absolute;left:960px;top:120px;width:34px;height:640px;border-radius:17px;
background:#6d4526;transform:rotate(12deg)"></div></div></body>`;

/** A JPEG of about a camera's proportions, drawn in a page of its own. */
export async function aPhotoOfLunch(phone: Phone): Promise<Buffer> {
  const page = await phone.page.context().newPage();
  await page.setViewportSize({ width: 1_200, height: 900 });
  await page.setContent(scene);
  const photo = await page.screenshot({ type: 'jpeg', quality: 85 });
  await page.close();
  return photo;
}
