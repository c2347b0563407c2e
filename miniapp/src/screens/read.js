export function readScreen(page){page.refuse();}
