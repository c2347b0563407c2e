export function sheetScreen(page){page.refuse();}
