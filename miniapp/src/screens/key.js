export function keyScreen(page){page.refuse();}
